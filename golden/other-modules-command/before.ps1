# Uses the company's own mail module, which has a queue and signs its mail.
Import-Module Contoso.Tools

$orders = Get-Content '\\erp01\orders$\blocked.txt'
if ($orders) {
    Contoso.Tools\Send-MailMessage -To 'sales@contoso.com' -From 'erp@contoso.com' -Subject 'Blocked orders' -Body ($orders -join "`n") -SmtpServer smtp.office365.com
}
