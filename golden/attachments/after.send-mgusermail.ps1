# Payroll export to the tax adviser: the CSV and the two PDF files of the month

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$month = Get-Date -Format 'yyyy-MM'
$folder = "\\files\payroll$\$month"
$cred = Import-Clixml -Path "$PSScriptRoot\payroll.xml"

$overview = Join-Path -Path $folder -ChildPath 'overview.pdf'
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
try {
    Send-MgUserMail -UserId 'payroll@contoso.com' -BodyParameter @{
        message = @{
            subject      = "Payroll $month"
            body         = @{ contentType = 'Text'; content = 'Overview only.' }
            toRecipients = @(@{ emailAddress = @{ address = 'adviser@fabrikam.com' } })
            attachments  = @($overview | ForEach-Object { @{ '@odata.type' = '#microsoft.graph.fileAttachment'; name = Split-Path (Convert-Path $_) -Leaf; contentBytes = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $_))) } })
        }
    }
} catch { Write-Error -ErrorRecord $_ }

try {
    Send-MgUserMail -UserId 'payroll@contoso.com' -BodyParameter @{
        message = @{
            subject      = "Payroll $month, all files"
            body         = @{ contentType = 'Text'; content = 'All files.' }
            toRecipients = @(@{ emailAddress = @{ address = 'adviser@fabrikam.com' } })
            attachments  = @("$folder\export.csv", "$folder\journal.pdf", $overview | ForEach-Object { @{ '@odata.type' = '#microsoft.graph.fileAttachment'; name = Split-Path (Convert-Path $_) -Leaf; contentBytes = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $_))) } })
        }
    }
} catch { Write-Error -ErrorRecord $_ }
