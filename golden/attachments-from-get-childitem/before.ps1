# Sends the screenshots of the kiosk computers that were taken over the weekend.
$cred = Import-Clixml -Path 'C:\Kiosk\mail.xml'
$screenshots = Get-ChildItem -Path 'C:\Kiosk\Screenshots\*' -Include *.png, *.jpg
$paths = $screenshots | Select-Object -ExpandProperty FullName

Send-MailMessage -To 'kiosk@contoso.com' -From 'kiosk@contoso.com' -Subject 'Screenshots' -Body "$($screenshots.Count) screenshots" -Attachments $paths -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred

Send-MailMessage -To 'kiosk@contoso.com' -From 'kiosk@contoso.com' -Subject 'Log files' -Body 'See the attached files.' -Attachments (Get-ChildItem 'C:\Kiosk\Logs' -Filter *.log).FullName -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
