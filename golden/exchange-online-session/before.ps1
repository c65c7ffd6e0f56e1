# Mailboxes with forwarding to the outside
$ErrorActionPreference = 'Continue'
$out = 'C:\Reports\forwarding.csv'

Connect-ExchangeOnline -CertificateThumbprint '0000111122223333444455556666777788889999' -AppId '99999999-8888-7777-6666-555555555555' -Organization 'contoso.onmicrosoft.com' -ShowBanner:$false

Get-EXOMailbox -ResultSize Unlimited -Properties ForwardingSmtpAddress |
    Where-Object { $_.ForwardingSmtpAddress } |
    Export-Csv -Path $out -NoTypeInformation

Disconnect-ExchangeOnline -Confirm:$false

$cred = Import-Clixml -Path 'C:\Reports\mail.xml'
Send-MailMessage -To 'security@contoso.com' -From 'exchange-reports@contoso.com' -Subject 'Forwarding' -Body 'See the attached list.' -Attachments $out -SmtpServer 'outlook.office365.com' -Port 587 -UseSsl -Credential $cred
