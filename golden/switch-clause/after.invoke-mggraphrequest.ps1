# Sends the result of the virus scan to whom it concerns.
param ([int]$ExitCode = 2)

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Scan\mail.xml'
$from = 'virusscan@contoso.com'
$smtp = 'smtp.office365.com'

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
switch ($ExitCode) {
    0 { Write-Output 'Nothing found.' }
    1 {
        $null = Invoke-MgGraphRequest -Method POST -Uri "v1.0/users/$([uri]::EscapeDataString($from))/sendMail" -ContentType 'application/json; charset=utf-8' -Body (@{
            message = @{
                subject      = 'Scan: cleaned'
                body         = @{ contentType = 'Text'; content = "Cleaned on $env:COMPUTERNAME" }
                toRecipients = @(@{ emailAddress = @{ address = 'desktop@contoso.com' } })
            }
        } | ConvertTo-Json -Depth 6)
    }
    2 {
        $null = Invoke-MgGraphRequest -Method POST -Uri "v1.0/users/$([uri]::EscapeDataString($from))/sendMail" -ContentType 'application/json; charset=utf-8' -Body (@{
            message = @{
                subject      = 'Scan: NOT cleaned'
                importance   = 'high'
                body         = @{ contentType = 'Text'; content = "Take $env:COMPUTERNAME off the network." }
                toRecipients = @(@{ emailAddress = @{ address = 'security@contoso.com' } })
                ccRecipients = @(@{ emailAddress = @{ address = 'desktop@contoso.com' } })
            }
        } | ConvertTo-Json -Depth 6)
    }
    default {
        $null = Invoke-MgGraphRequest -Method POST -Uri "v1.0/users/$([uri]::EscapeDataString($from))/sendMail" -ContentType 'application/json; charset=utf-8' -Body (@{
            message = @{
                subject      = "Scan: code $ExitCode"
                body         = @{ contentType = 'Text'; content = "Unknown code on $env:COMPUTERNAME" }
                toRecipients = @(@{ emailAddress = @{ address = 'desktop@contoso.com' } })
            }
        } | ConvertTo-Json -Depth 6)
    }
}
