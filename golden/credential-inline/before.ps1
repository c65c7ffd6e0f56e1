# Restarts the label printer service and says so.
Restart-Service -Name LabelPrint
Send-MailMessage -To 'shipping@contoso.com' -From 'labels@contoso.com' -Subject 'Label printing was restarted' -Body 'Please print the last label again.' -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential (New-Object PSCredential('labels@contoso.com', (Get-Content C:\Labels\pw.txt | ConvertTo-SecureString)))
