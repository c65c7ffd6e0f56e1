# Reports of the plant. Mail leaves through two names of our own and one relay.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$report = Get-Content -Path 'D:\Plant\shift.txt' | Out-String

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/shift@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Shift report'
        body         = @{ contentType = 'Text'; content = $report }
        toRecipients = @(@{ emailAddress = @{ address = 'plant@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)

if ($report -match 'ALARM') {
    Send-MailMessage -To 'sms@contoso.com' -From 'shift@contoso.com' -Subject 'ALARM' -Body $report -SmtpServer 'Alarm.Contoso.com'
}
