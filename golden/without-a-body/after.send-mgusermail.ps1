# Door bell: tells the warehouse that a truck is at gate 2. The subject says it all.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path '.\gate.xml'
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Send-MgUserMail -UserId 'gate2@contoso.com' -BodyParameter @{
    message = @{
        subject      = 'Truck at gate 2'
        toRecipients = @(@{ emailAddress = @{ address = 'warehouse@contoso.com' } })
    }
}