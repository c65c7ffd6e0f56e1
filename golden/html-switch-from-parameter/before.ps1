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

$credential = Import-Clixml -Path "$env:ProgramData\Contoso\mail.xml"
$content = Get-Content -Path $Path -Raw

Send-MailMessage -To $Recipient `
                 -From 'content@contoso.com' `
                 -Subject "Content of $(Split-Path -Path $Path -Leaf)" `
                 -Body $content `
                 -BodyAsHtml:$Html `
                 -SmtpServer 'smtp.office365.com' `
                 -Port 587 `
                 -UseSsl `
                 -Credential $credential
