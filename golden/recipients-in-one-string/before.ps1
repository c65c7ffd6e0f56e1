# Fire drill reminder. The floor wardens are separated with semicolons as they were copied from Outlook.
$wardens = 'floor1@contoso.com;floor2@contoso.com'
$cred = Import-Clixml -Path .\drill.xml

Send-MailMessage -To $wardens -From 'safety@contoso.com' -Subject 'Fire drill on Friday' -Body 'Please be at your post at 10:00.' -SmtpServer smtp.office365.com -Port 587 -UseSsl -Credential $cred
Send-MailMessage -To 'reception@contoso.com, security@contoso.com' -From 'safety@contoso.com' -Subject 'Fire drill on Friday' -Body 'The doors stay open from 10:00 to 10:30.' -SmtpServer smtp.office365.com -Port 587 -UseSsl -Credential $cred
