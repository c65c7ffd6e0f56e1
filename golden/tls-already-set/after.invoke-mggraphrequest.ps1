# Sends the daily exchange rates to the treasury.
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12

$rates = Invoke-RestMethod -Uri 'https://rates.fabrikam.com/daily.json'
$credential = Import-Clixml -Path 'T:\Treasury\mail.xml'
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/rates@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Exchange rates'
        body         = @{ contentType = 'Text'; content = "USD: $($rates.usd), GBP: $($rates.gbp)" }
        toRecipients = @(@{ emailAddress = @{ address = 'treasury@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
