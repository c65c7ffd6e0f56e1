# PowerShell 7: pings the branches at the same time, each with its own mail

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path "$HOME/branches.xml"
$branches = Import-Csv -Path "$HOME/branches.csv"

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$branches | ForEach-Object -Parallel {
    $branch = $_
    $null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/network@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = "Line test of $($branch.City)"
            body         = @{ contentType = 'Text'; content = "Your line is tested now." }
            toRecipients = @($branch.Mail | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
        }
    } | ConvertTo-Json -Depth 6)
} -ThrottleLimit 4
