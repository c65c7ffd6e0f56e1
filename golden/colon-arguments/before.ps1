# Weekly report of mailboxes close to their quota
$mailCred = Get-StoredCredential -Target 'smtp-quota'
$recipients = @('messaging@contoso.com', 'servicedesk@contoso.com')
$report = Get-Content -Path 'C:\Reports\Quota\latest.html' | Out-String

Send-MailMessage -To:$recipients -From:'quota@contoso.com' -Subject:'Mailboxes near quota' -Body:$report -BodyAsHtml:$true -SmtpServer:smtp.office365.com -Port:587 -UseSsl:$true -Credential:$mailCred
