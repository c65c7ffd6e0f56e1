# Morning checks
$cred = Import-Clixml D:\Checks\checks.xml
$body = "Morning checks of $(Get-Date -Format d)`n"
$failed = 0

foreach ($target in 'dc01', 'sql01', 'web01') {
    if (Test-Connection -ComputerName $target -Count 1 -Quiet) {
        $body += "$target answers`n"
    } else {
        $body += "$target DOES NOT ANSWER`n"
        $failed++
    }
}
$body += "`n$failed problem(s)"

$subject = 'Morning checks'
if ($failed) { $subject = "Morning checks: $failed failed" }

Send-MailMessage -To 'ops@contoso.com' -From 'checks@contoso.com' -Subject $subject -Body $body -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
