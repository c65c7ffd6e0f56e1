# Temperature in the server room

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Sensors\mail.xml'
$celsius = (Get-Content -Path 'C:\Sensors\room1.txt').Length

$priority = 'Normal'
if ($celsius -gt 30) { $priority = 'High' }

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/sensors@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "Server room: $celsius degrees"
        importance   = "$priority"
        body         = @{ contentType = 'Text'; content = 'Measured by sensor 1.' }
        toRecipients = @(@{ emailAddress = @{ address = 'facility@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/sensors@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Sensor 1 was read'
        importance   = 'low'
        body         = @{ contentType = 'Text'; content = "$celsius" }
        toRecipients = @(@{ emailAddress = @{ address = 'sensors@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
