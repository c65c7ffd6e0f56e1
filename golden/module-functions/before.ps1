# Contoso.Notify: functions that our scripts import.
# (c) Contoso Ltd. Operations

Set-StrictMode -Version 2

function Get-NotifyCredential {
    [OutputType([pscredential])]
    param ()

    Import-Clixml -Path 'C:\ProgramData\Contoso\notify.xml'
}

function Send-Notification {
    <#
    .SYNOPSIS
        Sends a short text to a team.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory, ValueFromPipeline)]
        [string]$Text,

        [ValidateSet('Network', 'Server', 'Client')]
        [string]$Team = 'Server'
    )

    process {
        $arguments = @{
            To         = "$Team@contoso.com".ToLower()
            From       = 'notify@contoso.com'
            Subject    = "[$Team] Notification"
            Body       = $Text
            SmtpServer = 'smtp.office365.com'
            Port       = 587
            UseSsl     = $true
            Credential = Get-NotifyCredential
        }
        Send-MailMessage @arguments
    }
}

function Send-Alarm {
    [CmdletBinding()]
    param ([Parameter(Mandatory)][string]$Text)

    Send-MailMessage -To 'oncall@contoso.com' -From 'notify@contoso.com' -Subject 'ALARM' -Body $Text -Priority High -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential (Get-NotifyCredential)
}

Export-ModuleMember -Function Send-Notification, Send-Alarm
