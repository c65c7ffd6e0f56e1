[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Set-StrictMode -Version Latest
$ErrorActionPreference = [System.Management.Automation.ActionPreference]::Stop

# Compares the number of users in the HR system with Active Directory.
$hr = @(Import-Csv -Path '\\hr01\export$\persons.csv')
$ad = @(Get-ADUser -Filter *)

if ($hr.Count -ne $ad.Count) {
    $note = "HR: $($hr.Count), Active Directory: $($ad.Count)"
    Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
    $null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/identity@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = 'User counts differ'
            body         = @{ contentType = 'Text'; content = $note }
            toRecipients = @(@{ emailAddress = @{ address = 'identity@contoso.com' } })
            ccRecipients = @(@{ emailAddress = @{ address = 'hr@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6)
}
