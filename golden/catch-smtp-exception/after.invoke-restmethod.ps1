# Uptime check of the intranet with a retry when the mail server is busy

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$site = 'https://intranet.contoso.com/health'
$cred = Import-Clixml -Path "$PSScriptRoot\health.xml"

$answer = Invoke-WebRequest -Uri $site -UseBasicParsing
$text = "Status code of ${site}: $($answer.StatusCode)"

try {
    $graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
        client_id     = '11111111-2222-3333-4444-555555555555'
        client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
        grant_type    = 'client_credentials'
        scope         = 'https://graph.microsoft.com/.default'
    }).access_token
} catch { Write-Error -ErrorRecord $_ }
try {
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/health@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = 'Intranet health'
            body         = @{ contentType = 'Text'; content = $text }
            toRecipients = @(@{ emailAddress = @{ address = 'intranet-team@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6)
}
catch [System.Net.Mail.SmtpException] {
    Write-Warning "The mail server refused: $($_.Exception.StatusCode)"
    Start-Sleep -Seconds 60
    if ($graphMessage = @{
        message = @{
            subject      = 'Intranet health'
            body         = @{ contentType = 'Text'; content = $text }
            toRecipients = @(@{ emailAddress = @{ address = 'intranet-team@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6) {
        try {
            $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/health@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body $graphMessage
        } catch { Write-Error -ErrorRecord $_ }
    }
}
catch {
    Write-Error "Something else failed: $_"
}
