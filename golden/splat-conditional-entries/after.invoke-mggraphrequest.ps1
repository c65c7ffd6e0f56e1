[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

function Send-JobReport {
    # Mails the outcome of an import job. Attaches the reject file if there is one.
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)]
        [string]$JobName,

        [int]$Rejected,

        [string]$RejectFile,

        [string[]]$Cc
    )

    $mailParams = @{
        To         = 'imports@contoso.com'
        From       = 'jobs@contoso.com'
        Subject    = "Import $JobName finished"
        Body       = "$Rejected records were rejected."
        SmtpServer = 'smtp.office365.com'
        Port       = 587
        UseSsl     = $true
        Credential = $script:JobCredential
    }

    if ($Rejected -gt 0) {
        $mailParams.Priority = 'High'
        $mailParams.Attachments = $RejectFile
    }
    if ($Cc) {
        $mailParams.Add('Cc', $Cc)
    }

    if (-not (Get-MgContext)) { Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome }
    try {
        $null = Invoke-MgGraphRequest -Method POST -Uri "v1.0/users/$([uri]::EscapeDataString($mailParams.From))/sendMail" -ContentType 'application/json; charset=utf-8' -Body (@{
            message = @{
                subject      = $mailParams.Subject
                importance   = $(if ($mailParams['Priority']) { "$($mailParams['Priority'])" } else { 'normal' })
                body         = @{ contentType = 'Text'; content = $mailParams.Body }
                toRecipients = @(@{ emailAddress = @{ address = $mailParams.To } })
                ccRecipients = @($mailParams['Cc'] | ForEach-Object { "$_" -as [mailaddress] } | Where-Object { $_ } |
                    ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
                attachments  = @($mailParams['Attachments'] | Where-Object { $_ } | ForEach-Object {
                    @{
                        '@odata.type' = '#microsoft.graph.fileAttachment'
                        name          = Split-Path (Convert-Path $_) -Leaf
                        contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $_)))
                    }
                })
            }
        } | ConvertTo-Json -Depth 6)
    } catch { Write-Error -ErrorRecord $_ }
}

$JobCredential = Import-Clixml -Path 'C:\Jobs\jobs.xml'
Send-JobReport -JobName 'Customers' -Rejected 3 -RejectFile 'C:\Jobs\customers-rejects.csv' -Cc 'crm@contoso.com'
