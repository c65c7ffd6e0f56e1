# Contoso.Notify: functions that our scripts import.
# (c) Contoso Ltd. Operations

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

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
        if (-not (Get-MgContext)) { try { Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome } catch { Write-Error -ErrorRecord $_ } }
        if ($graphMessage = @{
            message = @{
                subject      = "[$Team] Notification"
                body         = @{ contentType = 'Text'; content = $Text }
                toRecipients = @("$Team@contoso.com".ToLower() | ForEach-Object { "$_" -as [mailaddress] } | Where-Object { $_ } |
                    ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
            }
        } | ConvertTo-Json -Depth 6) {
            try {
                $null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/notify@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body $graphMessage
            } catch { Write-Error -ErrorRecord $_ }
        }
    }
}

function Send-Alarm {
    [CmdletBinding()]
    param ([Parameter(Mandatory)][string]$Text)

    if (-not (Get-MgContext)) { try { Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome } catch { Write-Error -ErrorRecord $_ } }
    if ($graphMessage = @{
        message = @{
            subject      = 'ALARM'
            importance   = 'high'
            body         = @{ contentType = 'Text'; content = $Text }
            toRecipients = @(@{ emailAddress = @{ address = 'oncall@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6) {
        try {
            $null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/notify@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body $graphMessage
        } catch { Write-Error -ErrorRecord $_ }
    }
}

Export-ModuleMember -Function Send-Notification, Send-Alarm
