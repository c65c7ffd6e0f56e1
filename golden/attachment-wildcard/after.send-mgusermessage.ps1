# The scanner writes one file a day with a running number in its name.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Scanner\mail.xml'
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
try {
    if ($draft = New-MgUserMessage -UserId 'scanner@contoso.com' -BodyParameter @{
        subject      = 'Scan of the day'
        body         = @{ contentType = 'Text'; content = 'See attachment.' }
        toRecipients = @(@{ emailAddress = @{ address = 'mailroom@contoso.com' } })
        attachments  = @("C:\Scanner\$(Get-Date -Format yyyyMMdd)-*.pdf" | ForEach-Object {
            @{
                '@odata.type' = '#microsoft.graph.fileAttachment'
                name          = Split-Path (Convert-Path $_) -Leaf
                contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $_)))
            }
        })
    }) {
        Send-MgUserMessage -UserId 'scanner@contoso.com' -MessageId $draft.Id
    }
} catch { Write-Error -ErrorRecord $_ }
