# Monthly licence count for the finance department
$counts = Import-Csv -Path '\\files\finance$\Licences\current.csv'
$sum = ($counts | Measure-Object -Property Assigned -Sum).Sum

$message = @{}
$message.Add('To', 'finance@contoso.com')
$message.Add('From', 'licensing@contoso.com')
$message['Subject'] = 'Licence count {0:MMMM yyyy}' -f (Get-Date)
$message['Body'] = "Assigned licences: $sum"
$message.SmtpServer = 'smtp.office365.com'
$message.Port = 587
$message.UseSsl = $true
$message.Credential = Get-Credential -Message 'Account for the licence mail'

Send-MailMessage @message
