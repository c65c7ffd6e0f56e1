# Starts the long archive run in the background, which mails when it is done.
$cred = Import-Clixml -Path 'C:\Archive\mail.xml'
$source = 'D:\Mailarchive'

Start-Job -Name 'archive' -ScriptBlock {
    param ($From)

    $count = (Get-ChildItem -Path $using:source -Recurse).Count
    Send-MailMessage -To 'archive@contoso.com' -From $From -Subject 'Archive run' -Body "$count files were archived." -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $using:cred
} -ArgumentList 'archive-job@contoso.com' | Wait-Job | Receive-Job
