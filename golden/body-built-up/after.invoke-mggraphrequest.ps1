# Morning checks

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

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

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/checks@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = $subject
        body         = @{ contentType = 'Text'; content = $body }
        toRecipients = @(@{ emailAddress = @{ address = 'ops@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
