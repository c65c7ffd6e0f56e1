# 每日备份报告
$credential = Import-Clixml -Path 'D:\Backup\mail.xml'
$report = Get-Content -Path 'D:\Backup\today.txt' -Encoding UTF8 | Out-String
Send-MailMessage -To 'ops@contoso.cn' -From 'backup@contoso.cn' -Subject '备份报告' -Body $report -Encoding ([Text.Encoding]::UTF8) -SmtpServer 'smtp.partner.outlook.cn' -Port 587 -UseSsl -Credential $credential
