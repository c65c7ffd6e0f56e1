# Weekly report of failed sign-ins at the VPN gateway
[System.Net.ServicePointManager]::SecurityProtocol = [System.Net.SecurityProtocolType]::Tls

$failed = Import-Csv -Path 'C:\VPN\failed.csv'
$credential = Import-Clixml -Path 'C:\VPN\mail.xml'
Send-MailMessage -To 'network@contoso.com' -From 'vpn@contoso.com' -Subject "VPN: $($failed.Count) failed sign-ins" -Body 'Details are in C:\VPN\failed.csv.' -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $credential
