<#
.SYNOPSIS
    Sends the text of a file as a mail.
.PARAMETER Html
    The file is HTML.
#>
[CmdletBinding()]
param (
    [Parameter(Mandatory = $true)]
    [string]$Path,

    [string]$Recipient = 'webteam@contoso.com',

    [switch]$Html
)

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$credential = Import-Clixml -Path "$env:ProgramData\Contoso\mail.xml"
$content = Get-Content -Path $Path -Raw

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/content@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "Content of $(Split-Path -Path $Path -Leaf)"
        body         = @{ contentType = $(if ($Html) { 'HTML' } else { 'Text' }); content = "$content" }
        toRecipients = @([mailaddress]$Recipient | ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
    }
} | ConvertTo-Json -Depth 6)
