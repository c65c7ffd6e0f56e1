# Daily status of the records archive (GCC High tenant)

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$credential = Import-Clixml -Path 'R:\Records\mail.xml'
$count = (Get-ChildItem -Path 'R:\Records\Inbox').Count
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.us/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.us/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.us/v1.0/users/archive@contoso.us/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Records archive'
        body         = @{ contentType = 'Text'; content = "$count records wait." }
        toRecipients = @(@{ emailAddress = @{ address = 'records@contoso.us' } })
    }
} | ConvertTo-Json -Depth 6)
