# Runs checks; each failed check calls the notifier.
$cred = Import-Clixml -Path 'C:\Checks\mail.xml'

$notify = {
    param ($Check, $Detail)
    Send-MailMessage -To 'ops@contoso.com' -From 'checks@contoso.com' -Subject "Check failed: $Check" -Body "Detail: $Detail" -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
}

$checks = @{
    'DNS'  = { Resolve-DnsName -Name 'contoso.com' -ErrorAction SilentlyContinue }
    'Time' = { Get-Service -Name 'W32Time' }
}

foreach ($check in $checks.Keys) {
    $outcome = & $checks[$check]
    if (-not $outcome) {
        & $notify $check 'no answer'
    }
}
