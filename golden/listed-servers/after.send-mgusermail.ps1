# Reports of the plant. Mail leaves through two names of our own and one relay.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$report = Get-Content -Path 'D:\Plant\shift.txt' | Out-String

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Send-MgUserMail -UserId 'shift@contoso.com' -BodyParameter @{
    message = @{
        subject      = 'Shift report'
        body         = @{ contentType = 'Text'; content = $report }
        toRecipients = @(@{ emailAddress = @{ address = 'plant@contoso.com' } })
    }
}

if ($report -match 'ALARM') {
    Send-MailMessage -To 'sms@contoso.com' -From 'shift@contoso.com' -Subject 'ALARM' -Body $report -SmtpServer 'Alarm.Contoso.com'
}
