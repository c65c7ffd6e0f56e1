# Closes the books of the month. Whatever fails has to stop the script, the mail at the end too.
$ErrorActionPreference = 'Stop'

$month = (Get-Date).AddMonths(-1).ToString('yyyy-MM')
$credential = Import-Clixml -Path 'F:\Closing\closing.xml'

Copy-Item -Path "F:\Closing\Work\$month" -Destination "F:\Closing\Done\$month" -Recurse
Send-MailMessage -To 'accounting@contoso.com' -From 'closing@contoso.com' -Subject "Books of $month are closed" -Body "The files are in F:\Closing\Done\$month." -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $credential
Set-Content -Path "F:\Closing\Done\$month.flag" -Value (Get-Date)
