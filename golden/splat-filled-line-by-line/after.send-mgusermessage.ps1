# Monthly licence count for the finance department

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

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

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
if ($draft = New-MgUserMessage -UserId $message.From -BodyParameter @{
    subject      = $message.Subject
    body         = @{ contentType = 'Text'; content = $message.Body }
    toRecipients = @(@{ emailAddress = @{ address = $message.To } })
}) {
    Send-MgUserMessage -UserId $message.From -MessageId $draft.Id
}
