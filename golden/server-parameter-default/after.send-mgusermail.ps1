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

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$partners = Get-ADReplicationPartnerMetadata -Target 'contoso.local' -Scope Domain
$text = $partners | Select-Object Server, Partner, LastReplicationSuccess | Format-Table -AutoSize | Out-String
$credential = Import-Clixml -Path 'C:\AD\mail.xml'

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Send-MgUserMail -UserId ([mailaddress]$From).Address -BodyParameter @{
    message = @{
        subject      = $Subject
        body         = @{ contentType = 'Text'; content = "Partners: $text" }
        from         = [mailaddress]$From | ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } }
        toRecipients = @($To | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
            ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
    }
}
