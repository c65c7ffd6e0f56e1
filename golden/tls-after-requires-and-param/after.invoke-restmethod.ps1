#Requires -Version 5.1
#Requires -Modules ActiveDirectory
using namespace System.Collections.Generic

<#
.SYNOPSIS
    Group membership changes of the privileged groups.

.DESCRIPTION
    Compares the members with those of the last run and mails the difference.

.EXAMPLE
    .\before.ps1 -Group 'Domain Admins'
#>

[CmdletBinding()]
param (
    [string[]]$Group = @('Domain Admins', 'Enterprise Admins')
)

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$changes = [List[string]]::new()
$changes.Add('Privileged groups')

foreach ($g in $Group) {
    $members = Get-ADGroupMember -Identity $g
    $changes.Add("${g}: $($members.Count) members")
}

$credential = Import-Clixml -Path "$PSScriptRoot\groups.xml"
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/identity@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Privileged groups'
        body         = @{ contentType = 'Text'; content = ($changes -join "`n") }
        toRecipients = @(@{ emailAddress = @{ address = 'security@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
