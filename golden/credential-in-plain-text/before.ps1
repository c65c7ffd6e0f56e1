# Sends the guest Wi-Fi code of the week.
$user = 'wifi@contoso.com'
$pass = ConvertTo-SecureString 'Correct-Horse-7' -AsPlainText -Force
$cred = New-Object System.Management.Automation.PSCredential ($user, $pass)

$code = Get-Random -Minimum 100000 -Maximum 999999
Set-GuestCode -Code $code
Send-MailMessage -To 'reception@contoso.com' -From $user -Subject 'Guest Wi-Fi code' -Body 'The code of this week was changed. Please look it up in the portal.' -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
