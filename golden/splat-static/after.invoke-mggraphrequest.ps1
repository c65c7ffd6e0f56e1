# Disabled AD accounts of the last seven days

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Import-Module ActiveDirectory

$since = (Get-Date).AddDays(-7)
$accounts = Get-ADUser -Filter { Enabled -eq $false -and whenChanged -ge $since } -Properties whenChanged |
    Select-Object Name, SamAccountName, whenChanged

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/identity@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "Disabled accounts since $($since.ToString('yyyy-MM-dd'))"
        body         = @{ contentType = 'Text'; content = ($accounts | Format-Table | Out-String) }
        toRecipients = @('hr-systems@contoso.com', 'security@contoso.com' | ForEach-Object { @{ emailAddress = @{ address = $_ } } })
    }
} | ConvertTo-Json -Depth 6)
