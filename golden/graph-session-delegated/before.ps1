# Lists guest accounts without a sign-in for half a year. Started by hand by the identity team.
Connect-MgGraph -Scopes 'User.Read.All', 'AuditLog.Read.All'

$limit = (Get-Date).AddDays(-180)
$guests = Get-MgUser -Filter "userType eq 'Guest'" -Property DisplayName, Mail, SignInActivity -All
$text = "Guests: $($guests.Count), limit $($limit.ToString('d'))"

$cred = Get-Credential -Message 'Your mail account'
Send-MailMessage -To 'identity@contoso.com' -From 'guests@contoso.com' -Subject 'Guests without sign-in' -Body $text -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
