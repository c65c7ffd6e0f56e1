# Incident mail. Start it with -Cc if somebody else should know.
param (
    [string]$Title = 'Line 4 is down',
    [string]$Cc
)

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path '.\incident.xml'
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/scada@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = $Title
        body         = @{ contentType = 'Text'; content = "Reported at $(Get-Date -Format s)." }
        toRecipients = @(@{ emailAddress = @{ address = 'incident@contoso.com' } })
        ccRecipients = @([mailaddress]$Cc | ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
    }
} | ConvertTo-Json -Depth 6)
