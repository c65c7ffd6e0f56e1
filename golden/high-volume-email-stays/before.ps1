# Payslip notice to all employees through High Volume Email.
$hve = Import-Clixml -Path 'P:\Payslips\hve.xml'
foreach ($employee in Import-Csv -Path 'P:\Payslips\employees.csv') {
    Send-MailMessage -To $employee.Mail -From 'payslips@contoso.com' -Subject 'Your payslip is ready' -Body 'You find it in the portal.' -SmtpServer 'smtp-hve.office365.com' -Port 587 -UseSsl -Credential $hve
}
