# SAN capacity. The lists of recipients are at the top so that the operators can change them.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$to = @(
  'storage@contoso.com'
  'capacity@contoso.com'
)
$cc = 'it-lead@contoso.com', 'procurement@contoso.com'
[string[]]$bcc = 'storage-archive@contoso.com'

$pools = Get-StoragePool | Where-Object { $_.HealthStatus -ne 'Healthy' }
$text = "Pools with a problem: " + ($pools.FriendlyName -join ', ')

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/san@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject       = 'SAN capacity'
        body          = @{ contentType = 'Text'; content = $text }
        toRecipients  = @($to | ForEach-Object { @{ emailAddress = @{ address = $_ } } })
        ccRecipients  = @($cc | ForEach-Object { @{ emailAddress = @{ address = $_ } } })
        bccRecipients = @($bcc | ForEach-Object { @{ emailAddress = @{ address = $_ } } })
    }
} | ConvertTo-Json -Depth 6)
