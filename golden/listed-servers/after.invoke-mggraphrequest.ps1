# Reports of the plant. Mail leaves through two names of our own and one relay.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$report = Get-Content -Path 'D:\Plant\shift.txt' | Out-String

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/shift@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Shift report'
        body         = @{ contentType = 'Text'; content = $report }
        toRecipients = @(@{ emailAddress = @{ address = 'plant@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)

if ($report -match 'ALARM') {
    Send-MailMessage -To 'sms@contoso.com' -From 'shift@contoso.com' -Subject 'ALARM' -Body $report -SmtpServer 'Alarm.Contoso.com'
}
