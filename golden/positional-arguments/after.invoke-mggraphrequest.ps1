# Tells the night shift that the ERP interface ran.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$ErpLog = '\\erp01\interfaces$\export.log'
$lines = @(Get-Content $ErpLog)
$text = "The export wrote {0} lines." -f $lines.Count

$office365 = Get-Credential 'erp@contoso.com'
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/erp@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'ERP export finished'
        body         = @{ contentType = 'Text'; content = $text }
        toRecipients = @(@{ emailAddress = @{ address = 'nightshift@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
