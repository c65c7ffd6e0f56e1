# Restarts the application pool on each web server; the server itself reports.
$credential = Import-Clixml -Path 'C:\Web\mail.xml'

Invoke-Command -ComputerName 'WEB01', 'WEB02' -ScriptBlock {
    Import-Module WebAdministration
    Restart-WebAppPool -Name 'Shop'
    $state = (Get-WebAppPoolState -Name 'Shop').Value
    Send-MailMessage -To 'web@contoso.com' -From 'web@contoso.com' -Subject "Pool on $env:COMPUTERNAME" -Body "State: $state" -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $using:credential
}
