# Sends the screenshots of the kiosk computers that were taken over the weekend.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Kiosk\mail.xml'
$screenshots = Get-ChildItem -Path 'C:\Kiosk\Screenshots\*' -Include *.png, *.jpg
$paths = $screenshots | Select-Object -ExpandProperty FullName

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
try {
    $null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/kiosk@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
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
        }
    } | ConvertTo-Json -Depth 6)
} catch { Write-Error -ErrorRecord $_ }

try {
    $null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/kiosk@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
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
        }
    } | ConvertTo-Json -Depth 6)
} catch { Write-Error -ErrorRecord $_ }
