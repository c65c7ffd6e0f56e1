# Welcome mail to new colleagues, started by the HR workflow with the address as argument
param($Address = 'new.colleague@contoso.com')

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$Welcome = Get-Content -Path "$PSScriptRoot\welcome.html" -Encoding UTF8 | Out-String
$HrCredential = Import-Clixml -Path "$PSScriptRoot\hr.xml"

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/hr@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject       = 'Welcome to Contoso'
        body          = @{ contentType = 'HTML'; content = $Welcome }
        from          = @{ emailAddress = @{ address = 'hr@contoso.com'; name = 'Contoso Personalbüro' } }
        toRecipients  = @($Address | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
            ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
        ccRecipients  = @(
            @{ emailAddress = @{ address = 'reception@contoso.com'; name = 'Reception' } }
            @{ emailAddress = @{ address = 'tom.miller@contoso.com'; name = 'Miller, Tom' } }
        )
        bccRecipients = @(@{ emailAddress = @{ address = 'hr-archive@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
