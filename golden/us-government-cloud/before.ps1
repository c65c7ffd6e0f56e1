# Daily status of the records archive (GCC High tenant)
$credential = Import-Clixml -Path 'R:\Records\mail.xml'
$count = (Get-ChildItem -Path 'R:\Records\Inbox').Count
Send-MailMessage -To 'records@contoso.us' -From 'archive@contoso.us' -Subject 'Records archive' -Body "$count records wait." -SmtpServer 'smtp.office365.us' -Port 587 -UseSsl -Credential $credential
