# Payroll export to the tax adviser: the CSV and the two PDF files of the month
$month = Get-Date -Format 'yyyy-MM'
$folder = "\\files\payroll$\$month"
$cred = Import-Clixml -Path "$PSScriptRoot\payroll.xml"

$overview = Join-Path -Path $folder -ChildPath 'overview.pdf'
Send-MailMessage -To 'adviser@fabrikam.com' -From 'payroll@contoso.com' -Subject "Payroll $month" -Body 'Overview only.' -Attachments $overview -SmtpServer smtp.office365.com -Port 587 -UseSsl -Credential $cred

Send-MailMessage -To 'adviser@fabrikam.com' -From 'payroll@contoso.com' -Subject "Payroll $month, all files" -Body 'All files.' `
    -Attachments "$folder\export.csv", "$folder\journal.pdf", $overview `
    -SmtpServer smtp.office365.com -Port 587 -UseSsl -Credential $cred
