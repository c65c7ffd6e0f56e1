# Printers that need attention. Goes through the relay in the computer room: the printers' VLAN has no internet.
$relay = 'mail.office.contoso.local'

$stuck = Get-Printer -ComputerName 'PRINT01' | Where-Object { $_.PrinterStatus -ne 'Normal' }

foreach ($printer in $stuck) {
    Send-MailMessage -To 'facility@contoso.com' -From 'print01@contoso.com' -Subject "Printer $($printer.Name)" -Body "State: $($printer.PrinterStatus)" -SmtpServer $relay
}
