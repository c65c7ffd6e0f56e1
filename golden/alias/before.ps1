# Reads the UPS and mails when it runs on battery.
Set-Alias -Name mail -Value Send-MailMessage

$ups = Get-CimInstance -ClassName Win32_Battery
$cred = Import-Clixml -Path 'C:\UPS\mail.xml'

if ($ups.BatteryStatus -eq 1) {
    mail -To 'facility@contoso.com' -From 'ups@contoso.com' -Subject 'UPS is on battery' -Body "Charge: $($ups.EstimatedChargeRemaining) %" -SmtpServer smtp.office365.com -Port 587 -UseSsl -Credential $cred -Priority High
}
