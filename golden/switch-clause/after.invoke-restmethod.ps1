# Sends the result of the virus scan to whom it concerns.
param ([int]$ExitCode = 2)

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Scan\mail.xml'
$from = 'virusscan@contoso.com'
$smtp = 'smtp.office365.com'

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
switch ($ExitCode) {
    0 { Write-Output 'Nothing found.' }
    1 {
        $null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString($from))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
            message = @{
                subject      = 'Scan: cleaned'
                body         = @{ contentType = 'Text'; content = "Cleaned on $env:COMPUTERNAME" }
                toRecipients = @(@{ emailAddress = @{ address = 'desktop@contoso.com' } })
            }
        } | ConvertTo-Json -Depth 6)
    }
    2 {
        $null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString($from))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
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
        $null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString($from))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
            message = @{
                subject      = "Scan: code $ExitCode"
                body         = @{ contentType = 'Text'; content = "Unknown code on $env:COMPUTERNAME" }
                toRecipients = @(@{ emailAddress = @{ address = 'desktop@contoso.com' } })
            }
        } | ConvertTo-Json -Depth 6)
    }
}
