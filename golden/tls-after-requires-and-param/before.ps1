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

$changes = [List[string]]::new()
$changes.Add('Privileged groups')

foreach ($g in $Group) {
    $members = Get-ADGroupMember -Identity $g
    $changes.Add("${g}: $($members.Count) members")
}

$credential = Import-Clixml -Path "$PSScriptRoot\groups.xml"
Send-MailMessage -To 'security@contoso.com' -From 'identity@contoso.com' -Subject 'Privileged groups' -Body ($changes -join "`n") -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $credential
