# Free licences left?
$cred = Import-Clixml .\licences.xml; $free = (Get-Content .\free.txt).Length
if ($free -lt 20) { Send-MailMessage -To 'licences@contoso.com' -From 'licences@contoso.com' -Subject "$free licences left" -Body 'Order new ones.' -SmtpServer smtp.office365.com -Port 587 -UseSsl -Credential $cred } else { Write-Output 'Enough licences.' }
