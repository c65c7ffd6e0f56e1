# Quarterly access review: one mail to each data owner, one with the summary, one to the archive.
$MailCred = Import-Clixml -Path 'C:\Review\mail.xml'
$Owners = Import-Csv -Path 'C:\Review\owners.csv'
$From = 'access-review@contoso.com'
$Smtp = 'smtp.office365.com'

$Owners | ForEach-Object {
    Send-MailMessage -To $_.Mail -From $From -Subject "Review of $($_.Share)" -Body "Please review who has access to $($_.Share)." -SmtpServer $Smtp -Port 587 -UseSsl -Credential $MailCred
}

$Summary = "$($Owners.Count) owners were asked."
Send-MailMessage -To 'auditors@contoso.com' -From $From -Subject 'Access review started' -Body $Summary -SmtpServer $Smtp -Port 587 -UseSsl -Credential $MailCred
Send-MailMessage -To 'archive@contoso.com' -From $From -Subject 'Access review started' -Body $Summary -Attachments 'C:\Review\owners.csv' -SmtpServer $Smtp -Port 587 -UseSsl -Credential $MailCred
