# SAN capacity. The lists of recipients are at the top so that the operators can change them.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$to = @(
  'storage@contoso.com'
  'capacity@contoso.com'
)
$cc = 'it-lead@contoso.com', 'procurement@contoso.com'
[string[]]$bcc = 'storage-archive@contoso.com'

$pools = Get-StoragePool | Where-Object { $_.HealthStatus -ne 'Healthy' }
$text = "Pools with a problem: " + ($pools.FriendlyName -join ', ')

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/san@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject       = 'SAN capacity'
        body          = @{ contentType = 'Text'; content = $text }
        toRecipients  = @($to | ForEach-Object { @{ emailAddress = @{ address = $_ } } })
        ccRecipients  = @($cc | ForEach-Object { @{ emailAddress = @{ address = $_ } } })
        bccRecipients = @($bcc | ForEach-Object { @{ emailAddress = @{ address = $_ } } })
    }
} | ConvertTo-Json -Depth 6)
