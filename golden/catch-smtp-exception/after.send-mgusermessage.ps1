# Uptime check of the intranet with a retry when the mail server is busy

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$site = 'https://intranet.contoso.com/health'
$cred = Import-Clixml -Path "$PSScriptRoot\health.xml"

$answer = Invoke-WebRequest -Uri $site -UseBasicParsing
$text = "Status code of ${site}: $($answer.StatusCode)"

try { Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome } catch { Write-Error -ErrorRecord $_ }
try {
    if ($draft = New-MgUserMessage -UserId 'health@contoso.com' -BodyParameter @{
        subject      = 'Intranet health'
        body         = @{ contentType = 'Text'; content = $text }
        toRecipients = @(@{ emailAddress = @{ address = 'intranet-team@contoso.com' } })
    } -ErrorAction Stop) {
        Send-MgUserMessage -UserId 'health@contoso.com' -MessageId $draft.Id -ErrorAction Stop
    }
}
catch [System.Net.Mail.SmtpException] {
    Write-Warning "The mail server refused: $($_.Exception.StatusCode)"
    Start-Sleep -Seconds 60
    if ($draft = New-MgUserMessage -UserId 'health@contoso.com' -BodyParameter @{
        subject      = 'Intranet health'
        body         = @{ contentType = 'Text'; content = $text }
        toRecipients = @(@{ emailAddress = @{ address = 'intranet-team@contoso.com' } })
    }) {
        Send-MgUserMessage -UserId 'health@contoso.com' -MessageId $draft.Id
    }
}
catch {
    Write-Error "Something else failed: $_"
}
