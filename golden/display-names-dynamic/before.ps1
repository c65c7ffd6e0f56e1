# Asks the manager of each external whether the account is still needed.
$externals = Get-ADUser -Filter 'employeeType -eq "external"' -Properties manager, accountExpirationDate
$cred = Import-Clixml -Path 'C:\Externals\mail.xml'
$sender = "Identity Team <identity@contoso.com>"

foreach ($external in $externals) {
    $manager = Get-ADUser -Identity $external.manager -Properties mail, displayName
    $question = "The account of $($external.Name) ends on $($external.accountExpirationDate). Is it still needed?"
    Send-MailMessage -From $sender -To "$($manager.displayName) <$($manager.mail)>" -Subject "External account: $($external.Name)" -Body $question -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
}
