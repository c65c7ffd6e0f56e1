<#
    Backup result mail
    Called by the post-job command of the nightly backup: BackupMail.ps1 -Status Success
#>
param (
    [string]$Status = 'Success',
    [string]$LogFile = 'E:\Backup\Logs\nightly.log'
)

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Get-Credential -UserName 'backup@contoso.com' -Message 'Mailbox of the backup job'
$log  = Get-Content -Path $LogFile -Raw

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/backup@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "Nightly backup on ${env:COMPUTERNAME}: $Status"
        importance   = 'high'
        body         = @{ contentType = 'Text'; content = "$log" }
        toRecipients = @(@{ emailAddress = @{ address = 'it-operations@contoso.com' } })
        ccRecipients = @(@{ emailAddress = @{ address = 'helpdesk@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)

Write-Host "Mail about $Status sent."
