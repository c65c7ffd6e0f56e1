[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/tasksequence@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "Task sequence ended on $env:COMPUTERNAME"
        body         = @{ contentType = 'Text'; content = 'The installation is complete.' }
        toRecipients = @(@{ emailAddress = @{ address = 'deployment@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)