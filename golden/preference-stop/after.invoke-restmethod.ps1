# Closes the books of the month. Whatever fails has to stop the script, the mail at the end too.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$ErrorActionPreference = 'Stop'

$month = (Get-Date).AddMonths(-1).ToString('yyyy-MM')
$credential = Import-Clixml -Path 'F:\Closing\closing.xml'

Copy-Item -Path "F:\Closing\Work\$month" -Destination "F:\Closing\Done\$month" -Recurse
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/closing@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "Books of $month are closed"
        body         = @{ contentType = 'Text'; content = "The files are in F:\Closing\Done\$month." }
        toRecipients = @(@{ emailAddress = @{ address = 'accounting@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
Set-Content -Path "F:\Closing\Done\$month.flag" -Value (Get-Date)
