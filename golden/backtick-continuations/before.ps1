<#
    Backup result mail
    Called by the post-job command of the nightly backup: BackupMail.ps1 -Status Success
#>
param (
    [string]$Status = 'Success',
    [string]$LogFile = 'E:\Backup\Logs\nightly.log'
)

$cred = Get-Credential -UserName 'backup@contoso.com' -Message 'Mailbox of the backup job'
$log  = Get-Content -Path $LogFile -Raw

Send-MailMessage `
    -From       'backup@contoso.com' `
    -To         'it-operations@contoso.com' `
    -Cc         'helpdesk@contoso.com' `
    -Subject    "Nightly backup on ${env:COMPUTERNAME}: $Status" `
    -Body       $log `
    -SmtpServer 'smtp.office365.com' `
    -Port       587 `
    -UseSsl `
    -Credential $cred `
    -Priority   High

Write-Host "Mail about $Status sent."
