# Are our sites up? Mails the web team; when the mail server itself is the one that is down, the text message
# gateway in the office gets it instead.
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls11

$sites = 'https://www.contoso.com', 'https://shop.contoso.com', 'https://autodiscover.contoso.com'
$account = Import-Clixml -Path 'C:\Watch\watch.xml'

foreach ($site in $sites) {
    $status = 0
    try {
        $status = (Invoke-WebRequest -Uri $site -UseBasicParsing -TimeoutSec 20).StatusCode
    }
    catch {
        Write-Warning "$site does not answer"
    }
    if ($status -eq 200) { continue }

    if ($site -like '*autodiscover*') {
        Send-MailMessage -To '+4930123456@sms.contoso.local' -From 'watch@contoso.com' -Subject 'Mail is down' -SmtpServer 'sms.contoso.local'
    }
    else {
        Send-MailMessage -To 'web-team@contoso.com' -Cc 'oncall@contoso.com' -From 'watch@contoso.com' -Subject "$site is down" -Body "Status: $status" -Priority High -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $account
    }
}
