# Notice to the owner of each shared folder that nobody opened for a year.
$server = @{ SmtpServer = 'smtp.office365.com'; Port = 587; UseSsl = $true; Credential = (Get-Credential 'files@contoso.com') }

Import-Csv -Path '.\stale-folders.csv' | ForEach-Object {
    $message = @{
        To      = $_.Owner
        From    = 'files@contoso.com'
        Subject = "Folder $($_.Folder) is going to be archived"
        Body    = "Nobody has opened $($_.Folder) since $($_.LastAccess). Answer this mail to keep it."
    }
    Send-MailMessage @server @message
}
