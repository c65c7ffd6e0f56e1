# Weather station at home
$Cred = Import-Clixml -Path "$HOME\outlook.xml"
$Reading = Invoke-RestMethod -Uri 'http://weather.local/api/now'
Send-MailMessage -To 'me@contoso.com' -From 'station.home@outlook.com' -Subject "Wind: $($Reading.wind)" -Body "Rain: $($Reading.rain)" -SmtpServer 'smtp-mail.outlook.com' -Port 587 -UseSsl -Credential $Cred
