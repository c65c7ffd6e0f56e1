# Sends the key figures and writes to the event log how that went.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path C:\KeyFigures\mail.xml
$figures = Get-Content -Path C:\KeyFigures\today.txt | Out-String

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/controlling@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Key figures'
        body         = @{ contentType = 'Text'; content = $figures }
        toRecipients = @(@{ emailAddress = @{ address = 'board@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
if ($?) {
    Write-EventLog -LogName Application -Source KeyFigures -EventId 100 -EntryType Information -Message 'Key figures sent.'
}
else {
    Write-EventLog -LogName Application -Source KeyFigures -EventId 101 -EntryType Error -Message "Key figures not sent: $($Error[0])"
    exit 1
}
