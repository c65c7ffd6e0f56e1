# Restarts the label printer service and says so.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Restart-Service -Name LabelPrint
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/labels@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Label printing was restarted'
        body         = @{ contentType = 'Text'; content = 'Please print the last label again.' }
        toRecipients = @(@{ emailAddress = @{ address = 'shipping@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
