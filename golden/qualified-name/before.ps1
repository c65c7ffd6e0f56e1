# Reports whether the WSUS synchronisation worked.
# Our profile loads a module with a Send-MailMessage of its own, hence the full name.
$sub = (Get-WsusServer).GetSubscription()
$last = $sub.GetLastSynchronizationInfo()

Microsoft.PowerShell.Utility\Send-MailMessage -To 'patching@contoso.com' -From 'wsus@contoso.com' `
    -Subject "WSUS synchronisation: $($last.Result)" -Body "Ended $($last.EndTime)." `
    -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential (Import-Clixml 'C:\WSUS\mail.xml')
