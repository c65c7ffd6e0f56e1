# Expiring app secrets. Unattended, with a certificate.
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '99999999-8888-7777-6666-555555555555' -CertificateThumbprint 'AAAABBBBCCCCDDDDEEEEFFFF0000111122223333' -NoWelcome

$applications = Get-MgApplication -All
$names = $applications | ForEach-Object { $_.DisplayName }

$cred = Import-Clixml -Path 'C:\Apps\mail.xml'
Send-MailMessage -To 'cloud@contoso.com' -From 'cloud@contoso.com' -Subject 'App secrets' -Body ("Checked:`n" + ($names -join "`n")) -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
