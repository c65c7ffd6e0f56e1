# Nightly database checks

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Import-Module Microsoft.PowerShell.SecretManagement
$dbaCredential = Get-Secret -Name 'smtp-dba' -Vault 'Operations'

$databases = Invoke-Sqlcmd -ServerInstance 'SQL01' -Query 'SELECT name, state_desc FROM sys.databases'
$offline = @($databases | Where-Object { $_.state_desc -ne 'ONLINE' })

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/sql01@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "$($offline.Count) databases are not online"
        body         = @{ contentType = 'Text'; content = ($databases | Format-Table | Out-String) }
        toRecipients = @(@{ emailAddress = @{ address = 'dba@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
