# Legal wants to know that the notices arrive.
$cred = Import-Clixml -Path 'L:\Notices\mail.xml'
$tenants = Import-Csv -Path 'L:\Notices\tenants.csv' -Delimiter ';'

foreach ($tenant in $tenants) {
    Send-MailMessage -To $tenant.Mail -From 'legal@contoso.com' -Subject 'Notice' -Body "Dear $($tenant.Salutation), please read the attached notice." -Attachments 'L:\Notices\notice.pdf' -DeliveryNotificationOption OnSuccess, OnFailure -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
}
Send-MailMessage -To 'legal@contoso.com' -From 'legal@contoso.com' -Subject 'Notices sent' -Body "$($tenants.Count) notices" -DeliveryNotificationOption Delay -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
