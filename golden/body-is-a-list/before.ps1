# Services that should run and don't. ConvertTo-Html gives a line at a time, and a list is no body: never worked.
$cred = Import-Clixml -Path 'C:\Services\mail.xml'
$html = Get-Service | Where-Object { $_.StartType -eq 'Automatic' } | ConvertTo-Html -Property Name, Status
Send-MailMessage -To 'ops@contoso.com' -From 'services@contoso.com' -Subject 'Services' -Body $html -BodyAsHtml -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
