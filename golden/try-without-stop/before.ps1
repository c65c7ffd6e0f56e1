# Exchange of files with the logistics partner. Mail is a courtesy here: the transfer counts whether it goes out or not.
$credential = Import-Clixml -Path 'C:\Transfer\mail.xml'

function Send-Courtesy($text) {
    try {
        Send-MailMessage -To 'partner@fabrikam.com' -From 'transfer@contoso.com' -Subject 'Files are ready' -Body $text -SmtpServer smtp.office365.com -Port 587 -UseSsl -Credential $credential
        $true
    } catch {
        "$(Get-Date -Format s) $_" | Add-Content -Path 'C:\Transfer\transfer.log'
        $false
    }
}

$ready = @(Get-ChildItem -Path 'C:\Transfer\Out')
$told = Send-Courtesy "There are $($ready.Count) files to fetch."
Write-Output "Partner was told: $told"
