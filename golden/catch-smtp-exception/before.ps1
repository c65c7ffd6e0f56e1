# Uptime check of the intranet with a retry when the mail server is busy
$site = 'https://intranet.contoso.com/health'
$cred = Import-Clixml -Path "$PSScriptRoot\health.xml"

$answer = Invoke-WebRequest -Uri $site -UseBasicParsing
$text = "Status code of ${site}: $($answer.StatusCode)"

try {
    Send-MailMessage -To 'intranet-team@contoso.com' -From 'health@contoso.com' -Subject 'Intranet health' -Body $text -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred -ErrorAction Stop
}
catch [System.Net.Mail.SmtpException] {
    Write-Warning "The mail server refused: $($_.Exception.StatusCode)"
    Start-Sleep -Seconds 60
    Send-MailMessage -To 'intranet-team@contoso.com' -From 'health@contoso.com' -Subject 'Intranet health' -Body $text -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
}
catch {
    Write-Error "Something else failed: $_"
}
