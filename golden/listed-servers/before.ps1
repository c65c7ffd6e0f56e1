# Reports of the plant. Mail leaves through two names of our own and one relay.
$report = Get-Content -Path 'D:\Plant\shift.txt' | Out-String

Send-MailMessage -To 'plant@contoso.com' -From 'shift@contoso.com' -Subject 'Shift report' -Body $report -SmtpServer 'eu.smtp.contoso.com' -Port 587 -UseSsl -Credential $account

if ($report -match 'ALARM') {
    Send-MailMessage -To 'sms@contoso.com' -From 'shift@contoso.com' -Subject 'ALARM' -Body $report -SmtpServer 'Alarm.Contoso.com'
}
