# Free licences left?

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml .\licences.xml; $free = (Get-Content .\free.txt).Length
if ($free -lt 20) {
    Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
    Send-MgUserMail -UserId 'licences@contoso.com' -BodyParameter @{
        message = @{
            subject      = "$free licences left"
            body         = @{ contentType = 'Text'; content = 'Order new ones.' }
            toRecipients = @(@{ emailAddress = @{ address = 'licences@contoso.com' } })
        }
    }
} else { Write-Output 'Enough licences.' }
