<#
.SYNOPSIS
    Mails the inventory of a site. The servers come from a list; all of them are Exchange Online by another name.
#>
[CmdletBinding()]
param (
    [Parameter(Mandatory = $true)]
    [string]$SmtpHost
)

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$inventory = Get-CimInstance -ClassName Win32_ComputerSystem | Format-List | Out-String
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/inventory@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "Inventory of $env:COMPUTERNAME"
        body         = @{ contentType = 'Text'; content = "Inventory:`n$inventory" }
        toRecipients = @(@{ emailAddress = @{ address = 'inventory@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
