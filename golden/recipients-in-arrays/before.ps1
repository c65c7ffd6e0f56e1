# SAN capacity. The lists of recipients are at the top so that the operators can change them.
$to = @(
  'storage@contoso.com'
  'capacity@contoso.com'
)
$cc = 'it-lead@contoso.com', 'procurement@contoso.com'
[string[]]$bcc = 'storage-archive@contoso.com'

$pools = Get-StoragePool | Where-Object { $_.HealthStatus -ne 'Healthy' }
$text = "Pools with a problem: " + ($pools.FriendlyName -join ', ')

Send-MailMessage -To $to -Cc $cc -Bcc $bcc -From 'san@contoso.com' -Subject 'SAN capacity' -Body $text -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential (Get-Credential san@contoso.com)
