# Exchange of files with the logistics partner. Mail is a courtesy here: the transfer counts whether it goes out or not.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$credential = Import-Clixml -Path 'C:\Transfer\mail.xml'

function Send-Courtesy($text) {
    try {
        if (-not (Get-MgContext)) { try { Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome } catch { Write-Error -ErrorRecord $_ } }
        if ($graphMessage = @{
            message = @{
                subject      = 'Files are ready'
                body         = @{ contentType = 'Text'; content = "$text" }
                toRecipients = @(@{ emailAddress = @{ address = 'partner@fabrikam.com' } })
            }
        } | ConvertTo-Json -Depth 6) {
            try {
                $null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/transfer@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body $graphMessage
            } catch { Write-Error -ErrorRecord $_ }
        }
        $true
    } catch {
        "$(Get-Date -Format s) $_" | Add-Content -Path 'C:\Transfer\transfer.log'
        $false
    }
}

$ready = @(Get-ChildItem -Path 'C:\Transfer\Out')
$told = Send-Courtesy "There are $($ready.Count) files to fetch."
Write-Output "Partner was told: $told"
