# Sends the daily exchange rates to the treasury.
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12

$rates = Invoke-RestMethod -Uri 'https://rates.fabrikam.com/daily.json'
$credential = Import-Clixml -Path 'T:\Treasury\mail.xml'
Send-MailMessage -To 'treasury@contoso.com' -From 'rates@contoso.com' -Subject 'Exchange rates' -Body "USD: $($rates.usd), GBP: $($rates.gbp)" -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $credential
