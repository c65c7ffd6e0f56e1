# Temperature in the server room
$cred = Import-Clixml -Path 'C:\Sensors\mail.xml'
$celsius = (Get-Content -Path 'C:\Sensors\room1.txt').Length

$priority = 'Normal'
if ($celsius -gt 30) { $priority = 'High' }

Send-MailMessage -To 'facility@contoso.com' -From 'sensors@contoso.com' -Subject "Server room: $celsius degrees" -Body 'Measured by sensor 1.' -Priority $priority -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
Send-MailMessage -To 'sensors@contoso.com' -From 'sensors@contoso.com' -Subject 'Sensor 1 was read' -Body "$celsius" -Priority ([System.Net.Mail.MailPriority]::Low) -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
