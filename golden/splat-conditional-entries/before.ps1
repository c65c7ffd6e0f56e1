function Send-JobReport {
    # Mails the outcome of an import job. Attaches the reject file if there is one.
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)]
        [string]$JobName,

        [int]$Rejected,

        [string]$RejectFile,

        [string[]]$Cc
    )

    $mailParams = @{
        To         = 'imports@contoso.com'
        From       = 'jobs@contoso.com'
        Subject    = "Import $JobName finished"
        Body       = "$Rejected records were rejected."
        SmtpServer = 'smtp.office365.com'
        Port       = 587
        UseSsl     = $true
        Credential = $script:JobCredential
    }

    if ($Rejected -gt 0) {
        $mailParams.Priority = 'High'
        $mailParams.Attachments = $RejectFile
    }
    if ($Cc) {
        $mailParams.Add('Cc', $Cc)
    }

    Send-MailMessage @mailParams
}

$JobCredential = Import-Clixml -Path 'C:\Jobs\jobs.xml'
Send-JobReport -JobName 'Customers' -Rejected 3 -RejectFile 'C:\Jobs\customers-rejects.csv' -Cc 'crm@contoso.com'
