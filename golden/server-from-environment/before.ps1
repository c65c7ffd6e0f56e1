# Night job of the build server: mails the test results.
$smtp = $env:BUILD_SMTP
if (-not $smtp) {
    $smtp = 'smtp.office365.com'
}

$results = Get-Content -Path "$env:BUILD_DIR/results.txt" | Out-String
Send-MailMessage -To 'developers@contoso.com' -From 'build@contoso.com' -Subject 'Test results' -Body $results -SmtpServer $smtp -Port 587 -UseSsl -Credential (Import-Clixml -Path "$env:BUILD_DIR/mail.xml")
