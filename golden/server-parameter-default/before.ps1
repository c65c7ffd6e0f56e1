<#
    .SYNOPSIS
    Replication state of the domain controllers as a mail.

    .PARAMETER SmtpServer
    Only for tests with another server.
#>
param (
    [string]   $SmtpServer = 'smtp.office365.com',
    [int]      $SmtpPort   = 587,
    [string]   $From       = 'ad-replication@contoso.com',
    [string[]] $To         = 'ad-team@contoso.com',
    [string]   $Subject    = 'AD replication'
)

$partners = Get-ADReplicationPartnerMetadata -Target 'contoso.local' -Scope Domain
$text = $partners | Select-Object Server, Partner, LastReplicationSuccess | Format-Table -AutoSize | Out-String
$credential = Import-Clixml -Path 'C:\AD\mail.xml'

Send-MailMessage -SmtpServer $SmtpServer -Port $SmtpPort -UseSsl -Credential $credential -From $From -To $To -Subject $Subject -Body "Partners: $text"
