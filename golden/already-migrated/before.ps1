# Room bookings of tomorrow, through Microsoft Graph
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$bookings = Import-Csv -Path 'C:\Rooms\tomorrow.csv' | ConvertTo-Html | Out-String

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Send-MgUserMail -UserId 'rooms@contoso.com' -BodyParameter @{
    message = @{
        subject      = 'Bookings of tomorrow'
        body         = @{ contentType = 'HTML'; content = $bookings }
        toRecipients = @(@{ emailAddress = @{ address = 'reception@contoso.com' } })
    }
}
