# Forwards the scan counts to whoever is in the registry value, separated by semicolons.
param (
    [string]$Recipients = 'scan@contoso.com;archive@contoso.com'
)

$cred = Import-Clixml -Path 'C:\Scan\mail.xml'
$count = (Get-ChildItem -Path 'C:\Scan\In' -Filter *.tif).Count

Send-MailMessage -To $Recipients.Split(';') -Cc ('boss@contoso.com,deputy@contoso.com' -split ',') -From 'scan@contoso.com' -Subject "$count scans" -Body "There are $count scans to be indexed." -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
