# Three ways to keep a job step quiet, found in one script.
$cred = Import-Clixml -Path 'J:\Jobs\mail.xml'
$result = Send-MailMessage -To 'a-team@contoso.com' -From 'jobs@contoso.com' -Subject 'Step 1' -Body 'Step 1 is done.' -SmtpServer smtp.office365.com -Port 587 -UseSsl -Credential $cred
Send-MailMessage -To 'b-team@contoso.com' -From 'jobs@contoso.com' -Subject 'Step 2' -Body 'Step 2 is done.' -SmtpServer smtp.office365.com -Port 587 -UseSsl -Credential $cred | Out-Null
[void](Send-MailMessage -To 'c-team@contoso.com' -From 'jobs@contoso.com' -Subject 'Step 3' -Body 'Step 3 is done.' -SmtpServer smtp.office365.com -Port 587 -UseSsl -Credential $cred)
