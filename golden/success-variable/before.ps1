# Sends the key figures and writes to the event log how that went.
$cred = Import-Clixml -Path C:\KeyFigures\mail.xml
$figures = Get-Content -Path C:\KeyFigures\today.txt | Out-String

Send-MailMessage -To board@contoso.com -From controlling@contoso.com -Subject 'Key figures' -Body $figures -SmtpServer smtp.office365.com -Port 587 -UseSsl -Credential $cred
if ($?) {
    Write-EventLog -LogName Application -Source KeyFigures -EventId 100 -EntryType Information -Message 'Key figures sent.'
}
else {
    Write-EventLog -LogName Application -Source KeyFigures -EventId 101 -EntryType Error -Message "Key figures not sent: $($Error[0])"
    exit 1
}
