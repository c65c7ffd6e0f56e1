# Tells the night shift that the ERP interface ran.
$ErpLog = '\\erp01\interfaces$\export.log'
$lines = @(Get-Content $ErpLog)
$text = "The export wrote {0} lines." -f $lines.Count

$office365 = Get-Credential 'erp@contoso.com'
Send-MailMessage nightshift@contoso.com 'ERP export finished' $text smtp.office365.com -From erp@contoso.com -UseSsl -Port 587 -Credential $office365
