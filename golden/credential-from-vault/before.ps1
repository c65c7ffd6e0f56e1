# Nightly database checks
Import-Module Microsoft.PowerShell.SecretManagement
$dbaCredential = Get-Secret -Name 'smtp-dba' -Vault 'Operations'

$databases = Invoke-Sqlcmd -ServerInstance 'SQL01' -Query 'SELECT name, state_desc FROM sys.databases'
$offline = @($databases | Where-Object { $_.state_desc -ne 'ONLINE' })

Send-MailMessage -To 'dba@contoso.com' -From 'sql01@contoso.com' -Subject "$($offline.Count) databases are not online" `
                 -Body ($databases | Format-Table | Out-String) `
                 -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $dbaCredential
