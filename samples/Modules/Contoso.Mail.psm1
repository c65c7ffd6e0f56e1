# Mail for all scripts of the operations team: Import-Module \\files\scripts$\Modules\Contoso.Mail.psm1

$script:MailAccount = Import-Clixml -Path 'C:\ProgramData\Contoso\operations.xml'

function Send-OperationsMail {
    <#
    .SYNOPSIS
        Sends a mail from the operations mailbox.
    .EXAMPLE
        Send-OperationsMail -To 'network@contoso.com' -Subject 'Firewall rule added' -Text 'See change 4711.'
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)]
        [string[]]$To,

        [Parameter(Mandatory)]
        [string]$Subject,

        [Parameter(Mandatory)]
        [string]$Text,

        [ValidateSet('Low', 'Normal', 'High')]
        [string]$Priority = 'Normal'
    )

    Write-Verbose "Sending '$Subject' to $($To -join ', ')"
    Send-MailMessage -To $To -From 'operations@contoso.com' -Subject "[Operations] $Subject" -Body $Text -Priority $Priority -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $script:MailAccount
}

Export-ModuleMember -Function Send-OperationsMail
