# Water meter readings. Old Windows Server 2012 R2, which offers TLS 1.0 unless it is told otherwise.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$readings = Get-Content -Path 'C:\Meters\readings.txt' | Out-String
$credential = Import-Clixml -Path 'C:\Meters\mail.xml'
Send-MailMessage -To 'facility@contoso.com' -From 'meters@contoso.com' -Subject 'Water meters' -Body $readings -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $credential
