# CPU charts of the virtual hosts

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$hostsToChart = 'HV01', 'HV02'
$attachments = @()

foreach ($h in $hostsToChart) {
    $chart = "D:\Charts\$h.png"
    Export-CpuChart -ComputerName $h -Path $chart
    $attachments += $chart
}

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
try {
    Send-MgUserMail -UserId 'charts@contoso.com' -BodyParameter @{
        message = @{
            subject      = 'CPU charts'
            body         = @{ contentType = 'Text'; content = "Charts of $($hostsToChart -join ' and ')" }
            toRecipients = @(@{ emailAddress = @{ address = 'virtualization@contoso.com' } })
            attachments  = @($attachments | ForEach-Object {
                @{
                    '@odata.type' = '#microsoft.graph.fileAttachment'
                    name          = Split-Path (Convert-Path $_) -Leaf
                    contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $_)))
                }
            })
        }
    }
} catch { Write-Error -ErrorRecord $_ }
