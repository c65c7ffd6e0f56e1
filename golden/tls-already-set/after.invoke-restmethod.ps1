# Sends the daily exchange rates to the treasury.
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12

$rates = Invoke-RestMethod -Uri 'https://rates.fabrikam.com/daily.json'
$credential = Import-Clixml -Path 'T:\Treasury\mail.xml'
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/rates@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Exchange rates'
        body         = @{ contentType = 'Text'; content = "USD: $($rates.usd), GBP: $($rates.gbp)" }
        toRecipients = @(@{ emailAddress = @{ address = 'treasury@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
