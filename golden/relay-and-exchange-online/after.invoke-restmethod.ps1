# Backup of the line controllers. The plant's own log goes through the relay in the plant, the report to the
# head office through Exchange Online.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$log = Get-Content -Path 'D:\Plant\controllers.log' | Out-String
$cred = Import-Clixml -Path 'D:\Plant\mail.xml'

Send-MailMessage -To 'plant-log@plant.contoso.local' -From 'controllers@plant.contoso.local' -Subject 'Controllers' -Body $log -SmtpServer 'mail.plant.contoso.local'
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/plant@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Controllers were backed up'
        body         = @{ contentType = 'Text'; content = $log }
        toRecipients = @(@{ emailAddress = @{ address = 'plant-office@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
