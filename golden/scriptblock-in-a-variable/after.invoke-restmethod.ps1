# Runs checks; each failed check calls the notifier.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Checks\mail.xml'

$notify = {
    param ($Check, $Detail)
    $graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
        client_id     = '11111111-2222-3333-4444-555555555555'
        client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
        grant_type    = 'client_credentials'
        scope         = 'https://graph.microsoft.com/.default'
    }).access_token
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/checks@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = "Check failed: $Check"
            body         = @{ contentType = 'Text'; content = "Detail: $Detail" }
            toRecipients = @(@{ emailAddress = @{ address = 'ops@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6)
}

$checks = @{
    'DNS'  = { Resolve-DnsName -Name 'contoso.com' -ErrorAction SilentlyContinue }
    'Time' = { Get-Service -Name 'W32Time' }
}

foreach ($check in $checks.Keys) {
    $outcome = & $checks[$check]
    if (-not $outcome) {
        & $notify $check 'no answer'
    }
}
