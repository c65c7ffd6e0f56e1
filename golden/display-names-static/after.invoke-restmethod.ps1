# Welcome mail to new colleagues, started by the HR workflow with the address as argument
param($Address = 'new.colleague@contoso.com')

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$Welcome = Get-Content -Path "$PSScriptRoot\welcome.html" -Encoding UTF8 | Out-String
$HrCredential = Import-Clixml -Path "$PSScriptRoot\hr.xml"

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/hr@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
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
