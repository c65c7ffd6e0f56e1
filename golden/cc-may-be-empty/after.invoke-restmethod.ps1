# Incident mail. Start it with -Cc if somebody else should know.
param (
    [string]$Title = 'Line 4 is down',
    [string]$Cc
)

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path '.\incident.xml'
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/scada@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = $Title
        body         = @{ contentType = 'Text'; content = "Reported at $(Get-Date -Format s)." }
        toRecipients = @(@{ emailAddress = @{ address = 'incident@contoso.com' } })
        ccRecipients = @([mailaddress]$Cc | ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
    }
} | ConvertTo-Json -Depth 6)
