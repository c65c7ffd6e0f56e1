#Requires -Version 5.1
<#
.SYNOPSIS
    Mails the free space of the Hyper-V cluster volumes.
#>

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

    Send-MailMessage -Subject $Subject -Body $Html -BodyAsHtml -To $To -From $From -SmtpServer $SmtpServer -Port $Port -UseSsl -Credential $Credential
}

$volumes = Get-ClusterSharedVolume | Select-Object Name, State
Send-Report 'Cluster volumes' ($volumes | ConvertTo-Html | Out-String)
Send-Report -Subject 'Cluster volumes, copy for the archive' -Html ($volumes | ConvertTo-Html | Out-String) -To 'archive@contoso.com'
