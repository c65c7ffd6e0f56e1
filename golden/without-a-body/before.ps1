# Door bell: tells the warehouse that a truck is at gate 2. The subject says it all.
$cred = Import-Clixml -Path '.\gate.xml'
Send-MailMessage -To 'warehouse@contoso.com' -From 'gate2@contoso.com' -Subject 'Truck at gate 2' -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred