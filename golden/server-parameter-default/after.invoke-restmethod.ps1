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

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString(([mailaddress]$From).Address))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = $Subject
        body         = @{ contentType = 'Text'; content = "Partners: $text" }
        from         = [mailaddress]$From | ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } }
        toRecipients = @($To | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
            ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
    }
} | ConvertTo-Json -Depth 6)
