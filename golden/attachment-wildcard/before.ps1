# The scanner writes one file a day with a running number in its name.
$cred = Import-Clixml -Path 'C:\Scanner\mail.xml'
Send-MailMessage -To 'mailroom@contoso.com' -From 'scanner@contoso.com' -Subject 'Scan of the day' -Body 'See attachment.' -Attachments "C:\Scanner\$(Get-Date -Format yyyyMMdd)-*.pdf" -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
