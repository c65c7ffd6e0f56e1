# Mails the exports of the night to the warehouse. All files go into one message.
$credential = Import-Clixml -Path 'D:\Exports\mail.xml'
$exports = Get-ChildItem -Path 'D:\Exports\Outgoing' -Filter *.csv

$exports | Send-MailMessage -To 'warehouse@contoso.com' -From 'exports@contoso.com' -Subject "Exports of $(Get-Date -Format d)" -Body 'The exports are attached.' -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $credential
