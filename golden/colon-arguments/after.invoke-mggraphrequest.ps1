# Weekly report of mailboxes close to their quota

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$mailCred = Get-StoredCredential -Target 'smtp-quota'
$recipients = @('messaging@contoso.com', 'servicedesk@contoso.com')
$report = Get-Content -Path 'C:\Reports\Quota\latest.html' | Out-String

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/quota@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Mailboxes near quota'
        body         = @{ contentType = 'HTML'; content = $report }
        toRecipients = @($recipients | ForEach-Object { @{ emailAddress = @{ address = $_ } } })
    }
} | ConvertTo-Json -Depth 6)
