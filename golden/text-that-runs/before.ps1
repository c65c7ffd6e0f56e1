# Watches the inbox of the fax server. What happens on a new file is text, because the watcher is started in a
# process of its own.
$action = "Send-MailMessage -To 'fax@contoso.com' -From 'faxserver@contoso.com' -Subject 'New fax' -SmtpServer 'smtp.office365.com' -UseSsl"
Start-Process -FilePath 'powershell.exe' -ArgumentList '-NoProfile', '-Command', $action
Invoke-Expression $action
