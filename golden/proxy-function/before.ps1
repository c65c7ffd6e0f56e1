# Mail functions of the branch office scripts; dot-source this file.
# Adds the sender and the server, everything else goes through as it comes.
function Send-MailMessage {
    param (
        [string[]]$To,
        [string]$Subject,
        [string]$Body,
        [switch]$BodyAsHtml
    )

    $sender = "$env:COMPUTERNAME@branch.contoso.com"
    Microsoft.PowerShell.Utility\Send-MailMessage -To $To -From $sender -Subject $Subject -Body $Body -BodyAsHtml:$BodyAsHtml -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $BranchCredential
}

$BranchCredential = Import-Clixml -Path "$PSScriptRoot\branch.xml"

Send-MailMessage -To 'branches@contoso.com' -Subject 'Router restarted' -Body 'The router was restarted at 03:00.'
