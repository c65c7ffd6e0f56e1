# Tells the owner of each list that it has no members left.
$cred = Import-Clixml -Path 'C:\Lists\mail.xml'
Get-ADGroup -Filter 'groupCategory -eq "Distribution"' -Properties mail, managedBy, members |
    Where-Object { $_.members } |
    ForEach-Object {
        $owner = Get-ADUser -Identity $_.managedBy -Properties mail
        Send-MailMessage -To $owner.mail -From 'lists@contoso.com' -Subject "Your list $($_.Name)" -Body "Please check the members of $($_.mail)." -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
    }
