<#
.SYNOPSIS
    Mails the inventory of a site. The servers come from a list; all of them are Exchange Online by another name.
#>
[CmdletBinding()]
param (
    [Parameter(Mandatory = $true)]
    [string]$SmtpHost
)

$inventory = Get-CimInstance -ClassName Win32_ComputerSystem | Format-List | Out-String
Send-MailMessage -To 'inventory@contoso.com' -From 'inventory@contoso.com' -Subject "Inventory of $env:COMPUTERNAME" -Body "Inventory:`n$inventory" -SmtpServer $SmtpHost -Port 587 -UseSsl -Credential (Import-Clixml -Path 'C:\Inventory\mail.xml')
