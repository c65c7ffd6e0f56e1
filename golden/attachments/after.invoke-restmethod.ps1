# Payroll export to the tax adviser: the CSV and the two PDF files of the month

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$month = Get-Date -Format 'yyyy-MM'
$folder = "\\files\payroll$\$month"
$cred = Import-Clixml -Path "$PSScriptRoot\payroll.xml"

$overview = Join-Path -Path $folder -ChildPath 'overview.pdf'
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/payroll@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
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

$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/payroll@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
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
