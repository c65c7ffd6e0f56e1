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

    if (-not (Get-MgContext)) { Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome }
    if ($draft = New-MgUserMessage -UserId ([mailaddress]$From).Address -BodyParameter @{
        subject      = $Subject
        body         = @{ contentType = 'HTML'; content = $Html }
        from         = [mailaddress]$From | ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } }
        toRecipients = @($To | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
            ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
    }) {
        Send-MgUserMessage -UserId ([mailaddress]$From).Address -MessageId $draft.Id
    }
}

$volumes = Get-ClusterSharedVolume | Select-Object Name, State
Send-Report 'Cluster volumes' ($volumes | ConvertTo-Html | Out-String)
Send-Report -Subject 'Cluster volumes, copy for the archive' -Html ($volumes | ConvertTo-Html | Out-String) -To 'archive@contoso.com'
