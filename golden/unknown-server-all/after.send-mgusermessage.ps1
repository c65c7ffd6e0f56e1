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
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
if ($draft = New-MgUserMessage -UserId 'inventory@contoso.com' -BodyParameter @{
    subject      = "Inventory of $env:COMPUTERNAME"
    body         = @{ contentType = 'Text'; content = "Inventory:`n$inventory" }
    toRecipients = @(@{ emailAddress = @{ address = 'inventory@contoso.com' } })
}) {
    Send-MgUserMessage -UserId 'inventory@contoso.com' -MessageId $draft.Id
}
