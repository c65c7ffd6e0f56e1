# Mails the exports of the night to the warehouse. All files go into one message.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$credential = Import-Clixml -Path 'D:\Exports\mail.xml'
$exports = Get-ChildItem -Path 'D:\Exports\Outgoing' -Filter *.csv

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
try {
    if ($draft = New-MgUserMessage -UserId 'exports@contoso.com' -BodyParameter @{
        subject      = "Exports of $(Get-Date -Format d)"
        body         = @{ contentType = 'Text'; content = 'The exports are attached.' }
        toRecipients = @(@{ emailAddress = @{ address = 'warehouse@contoso.com' } })
        attachments  = @($exports | Where-Object { $_ } | ForEach-Object {
            @{
                '@odata.type' = '#microsoft.graph.fileAttachment'
                name          = Split-Path (Convert-Path $_) -Leaf
                contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $_)))
            }
        })
    }) {
        Send-MgUserMessage -UserId 'exports@contoso.com' -MessageId $draft.Id
    }
} catch { Write-Error -ErrorRecord $_ }
