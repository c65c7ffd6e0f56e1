# Temperature in the server room

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Sensors\mail.xml'
$celsius = (Get-Content -Path 'C:\Sensors\room1.txt').Length

$priority = 'Normal'
if ($celsius -gt 30) { $priority = 'High' }

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/sensors@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "Server room: $celsius degrees"
        importance   = "$priority"
        body         = @{ contentType = 'Text'; content = 'Measured by sensor 1.' }
        toRecipients = @(@{ emailAddress = @{ address = 'facility@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/sensors@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Sensor 1 was read'
        importance   = 'low'
        body         = @{ contentType = 'Text'; content = "$celsius" }
        toRecipients = @(@{ emailAddress = @{ address = 'sensors@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
