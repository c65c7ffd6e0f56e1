<#
.SYNOPSIS
    Mails a text. The customer's mail server is a parameter.
#>
[CmdletBinding()]
param (
    [Parameter(Mandatory = $true)]
    [string]$MailServer,

    [Parameter(Mandatory = $true)]
    [string]$Text
)

Send-MailMessage -To 'consulting@fabrikam.com' -From 'collector@fabrikam.com' -Subject 'Collected data' -Body $Text -SmtpServer $MailServer
