# Sends the result of the virus scan to whom it concerns.
param ([int]$ExitCode = 2)

$cred = Import-Clixml -Path 'C:\Scan\mail.xml'
$from = 'virusscan@contoso.com'
$smtp = 'smtp.office365.com'

switch ($ExitCode) {
    0 { Write-Output 'Nothing found.' }
    1 { Send-MailMessage -To 'desktop@contoso.com' -From $from -Subject 'Scan: cleaned' -Body "Cleaned on $env:COMPUTERNAME" -SmtpServer $smtp -Port 587 -UseSsl -Credential $cred }
    2 {
        Send-MailMessage -To 'security@contoso.com' -Cc 'desktop@contoso.com' -From $from -Subject 'Scan: NOT cleaned' -Body "Take $env:COMPUTERNAME off the network." -Priority High -SmtpServer $smtp -Port 587 -UseSsl -Credential $cred
    }
    default { Send-MailMessage -To 'desktop@contoso.com' -From $from -Subject "Scan: code $ExitCode" -Body "Unknown code on $env:COMPUTERNAME" -SmtpServer $smtp -Port 587 -UseSsl -Credential $cred }
}
