# Coffee machine telemetry, sent straight to the tenant's own mail host: no account needed.
$counter = Get-Content -Path 'C:\Telemetry\coffee.txt' | Out-String
Send-MailMessage -To 'kitchen@contoso.com' -From 'coffee@contoso.com' -Subject 'Cups today' -Body $counter -SmtpServer 'contoso-com.mail.protection.outlook.com' -Port 25
