#Requires -Version 5.1
# Summary of the backup jobs of the night, for the team's mailbox

param (
    [string] $To       = 'backup-team@contoso.com',
    [string] $LogFile  = 'D:\Backup\Logs\summary.log'
)

$style = '<style>table { border-collapse: collapse; } td, th { border: 1px solid #999; padding: 4px; }</style>'

$sessions = Get-VBRBackupSession | Where-Object { $_.EndTime -gt (Get-Date).AddHours(-24) }
$failed = @($sessions | Where-Object { $_.Result -eq 'Failed' })

$html = $sessions |
    Select-Object JobName, Result, EndTime |
    ConvertTo-Html -Head $style -PreContent '<h2>Backup jobs</h2>' |
    Out-String

$priority = if ($failed) { 'High' } else { 'Normal' }
$account = Import-Clixml -Path 'D:\Backup\Secrets\mail.xml'

try {
    Send-MailMessage -From 'backup@contoso.com' `
                     -To $To `
                     -Subject "Backup: $($failed.Count) failed" `
                     -Body $html `
                     -BodyAsHtml `
                     -Attachments $LogFile `
                     -Priority $priority `
                     -SmtpServer 'smtp.office365.com' `
                     -Port 587 `
                     -UseSsl `
                     -Credential $account `
                     -ErrorAction Stop
}
catch {
    Write-EventLog -LogName Application -Source 'BackupMail' -EventId 17 -EntryType Warning -Message "Mail failed: $_"
    exit 17
}
