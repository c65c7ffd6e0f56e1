[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Send-MgUserMail -UserId 'tasksequence@contoso.com' -BodyParameter @{
    message = @{
        subject      = "Task sequence ended on $env:COMPUTERNAME"
        body         = @{ contentType = 'Text'; content = 'The installation is complete.' }
        toRecipients = @(@{ emailAddress = @{ address = 'deployment@contoso.com' } })
    }
}