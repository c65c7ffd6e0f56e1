#Requires -Version 5.1
<#
.SYNOPSIS
    Mails the free space of the Hyper-V cluster volumes.
#>

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

function Send-Report {
    [CmdletBinding()]
    param (
        [Parameter(Mandatory = $true, Position = 0)]
        [string]$Subject,

        [Parameter(Mandatory = $true, Position = 1)]
        [string]$Html,

        [string[]]$To = @('virtualization@contoso.com'),

        [string]$From = 'hyperv@contoso.com',

        [string]$SmtpServer = 'smtp.office365.com',

        [int]$Port = 587,

        $Credential = (Import-Clixml -Path 'C:\Scripts\hyperv.xml')
    )

    $graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
        client_id     = '11111111-2222-3333-4444-555555555555'
        client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
        grant_type    = 'client_credentials'
        scope         = 'https://graph.microsoft.com/.default'
    }).access_token
    $null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString(([mailaddress]$From).Address))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = $Subject
            body         = @{ contentType = 'HTML'; content = $Html }
            from         = [mailaddress]$From | ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } }
            toRecipients = @($To | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
        }
    } | ConvertTo-Json -Depth 6)
}

$volumes = Get-ClusterSharedVolume | Select-Object Name, State
Send-Report 'Cluster volumes' ($volumes | ConvertTo-Html | Out-String)
Send-Report -Subject 'Cluster volumes, copy for the archive' -Html ($volumes | ConvertTo-Html | Out-String) -To 'archive@contoso.com'
