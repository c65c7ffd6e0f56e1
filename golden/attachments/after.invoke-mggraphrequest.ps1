# Payroll export to the tax adviser: the CSV and the two PDF files of the month

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$month = Get-Date -Format 'yyyy-MM'
$folder = "\\files\payroll$\$month"
$cred = Import-Clixml -Path "$PSScriptRoot\payroll.xml"

$overview = Join-Path -Path $folder -ChildPath 'overview.pdf'
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/payroll@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "Payroll $month"
        body         = @{ contentType = 'Text'; content = 'Overview only.' }
        toRecipients = @(@{ emailAddress = @{ address = 'adviser@fabrikam.com' } })
        attachments  = @(@{
            '@odata.type' = '#microsoft.graph.fileAttachment'
            name          = Split-Path $overview -Leaf
            contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $overview)))
        })
    }
} | ConvertTo-Json -Depth 6)

$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/payroll@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "Payroll $month, all files"
        body         = @{ contentType = 'Text'; content = 'All files.' }
        toRecipients = @(@{ emailAddress = @{ address = 'adviser@fabrikam.com' } })
        attachments  = @(
            @{
                '@odata.type' = '#microsoft.graph.fileAttachment'
                name          = Split-Path "$folder\export.csv" -Leaf
                contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path "$folder\export.csv")))
            },
            @{
                '@odata.type' = '#microsoft.graph.fileAttachment'
                name          = Split-Path "$folder\journal.pdf" -Leaf
                contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path "$folder\journal.pdf")))
            },
            @{
                '@odata.type' = '#microsoft.graph.fileAttachment'
                name          = Split-Path $overview -Leaf
                contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $overview)))
            }
        )
    }
} | ConvertTo-Json -Depth 6)
