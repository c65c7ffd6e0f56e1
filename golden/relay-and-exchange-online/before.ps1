# Backup of the line controllers. The plant's own log goes through the relay in the plant, the report to the
# head office through Exchange Online.
$log = Get-Content -Path 'D:\Plant\controllers.log' | Out-String
$cred = Import-Clixml -Path 'D:\Plant\mail.xml'

Send-MailMessage -To 'plant-log@plant.contoso.local' -From 'controllers@plant.contoso.local' -Subject 'Controllers' -Body $log -SmtpServer 'mail.plant.contoso.local'
Send-MailMessage -To 'plant-office@contoso.com' -From 'plant@contoso.com' -Subject 'Controllers were backed up' -Body $log -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
