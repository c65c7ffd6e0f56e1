# Sends the screenshots of the kiosk computers that were taken over the weekend.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Kiosk\mail.xml'
$screenshots = Get-ChildItem -Path 'C:\Kiosk\Screenshots\*' -Include *.png, *.jpg
$paths = $screenshots | Select-Object -ExpandProperty FullName

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
try {
    if ($draft = New-MgUserMessage -UserId 'kiosk@contoso.com' -BodyParameter @{
        subject      = 'Screenshots'
        body         = @{ contentType = 'Text'; content = "$($screenshots.Count) screenshots" }
        toRecipients = @(@{ emailAddress = @{ address = 'kiosk@contoso.com' } })
        attachments  = @($paths | ForEach-Object {
            @{
                '@odata.type' = '#microsoft.graph.fileAttachment'
                name          = Split-Path (Convert-Path $_) -Leaf
                contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $_)))
            }
        })
    }) {
        Send-MgUserMessage -UserId 'kiosk@contoso.com' -MessageId $draft.Id
    }
} catch { Write-Error -ErrorRecord $_ }

try {
    if ($draft = New-MgUserMessage -UserId 'kiosk@contoso.com' -BodyParameter @{
        subject      = 'Log files'
        body         = @{ contentType = 'Text'; content = 'See the attached files.' }
        toRecipients = @(@{ emailAddress = @{ address = 'kiosk@contoso.com' } })
        attachments  = @((Get-ChildItem 'C:\Kiosk\Logs' -Filter *.log).FullName | ForEach-Object {
            @{
                '@odata.type' = '#microsoft.graph.fileAttachment'
                name          = Split-Path (Convert-Path $_) -Leaf
                contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $_)))
            }
        })
    }) {
        Send-MgUserMessage -UserId 'kiosk@contoso.com' -MessageId $draft.Id
    }
} catch { Write-Error -ErrorRecord $_ }
