# Test mail of the monitoring host, used by the daily self-check.
$Credential = Import-Clixml -Path '/etc/monitor/mail.xml'
$mailArguments = 'noc@contoso.com', 'Monitoring self-check', 'The monitoring host can send mail.', 'smtp.office365.com'
Send-MailMessage @mailArguments -From 'monitoring@contoso.com' -UseSsl -Port 587 -Credential $Credential
