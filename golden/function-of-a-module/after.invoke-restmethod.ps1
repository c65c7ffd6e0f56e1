# Mail.psm1 has a Send-MailMessage of its own, which knows the server; the second call is the cmdlet all the same.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Import-Module "$PSScriptRoot\Mail.psm1"

$old = Get-ChildItem -Path 'D:\Drop' -File | Where-Object { $_.LastWriteTime -lt (Get-Date).AddDays(-7) }
Send-MailMessage -To 'operations@contoso.com' -Subject "Drop folder: $($old.Count) old files" -Body ($old.FullName -join "`n")

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/drop@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Drop folder'
        body         = @{ contentType = 'Text'; content = "$($old.Count) old files" }
        toRecipients = @(@{ emailAddress = @{ address = 'audit@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
