# Free licences left?

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml .\licences.xml; $free = (Get-Content .\free.txt).Length
if ($free -lt 20) {
    Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
    $null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/licences@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = "$free licences left"
            body         = @{ contentType = 'Text'; content = 'Order new ones.' }
            toRecipients = @(@{ emailAddress = @{ address = 'licences@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6)
} else { Write-Output 'Enough licences.' }
