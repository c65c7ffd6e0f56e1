# Toner levels of the printers, through the internal relay.
$relay = 'relay.contoso.local'
$levels = Import-Csv -Path 'C:\Printers\levels.csv' | Where-Object { $_.Percent -lt 10 }

if ($levels) {
    Send-MailMessage -To 'printers@contoso.com' -From 'printers@contoso.com' -Subject 'Low toner' -Body "These printers need toner: $($levels.Name)" -SmtpServer $relay
}
