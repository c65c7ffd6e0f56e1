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
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/identity@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Privileged groups'
        body         = @{ contentType = 'Text'; content = ($changes -join "`n") }
        toRecipients = @(@{ emailAddress = @{ address = 'security@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
