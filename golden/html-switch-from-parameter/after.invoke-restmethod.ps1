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

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/content@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "Content of $(Split-Path -Path $Path -Leaf)"
        body         = @{ contentType = $(if ($Html) { 'HTML' } else { 'Text' }); content = "$content" }
        toRecipients = @([mailaddress]$Recipient | ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
    }
} | ConvertTo-Json -Depth 6)
