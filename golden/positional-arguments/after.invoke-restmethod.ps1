# Tells the night shift that the ERP interface ran.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$ErpLog = '\\erp01\interfaces$\export.log'
$lines = @(Get-Content $ErpLog)
$text = "The export wrote {0} lines." -f $lines.Count

$office365 = Get-Credential 'erp@contoso.com'
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/erp@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'ERP export finished'
        body         = @{ contentType = 'Text'; content = $text }
        toRecipients = @(@{ emailAddress = @{ address = 'nightshift@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
