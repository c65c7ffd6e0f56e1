#Requires -Version 7.2
# Survey invitation; answers go to the survey team, not to the mailbox that sends.
$cred = Import-Clixml -Path "$HOME/survey.xml"
$participants = Import-Csv -Path "$HOME/participants.csv"

foreach ($participant in $participants) {
    Send-MailMessage -To $participant.Mail -From 'noreply@contoso.com' -ReplyTo 'survey@contoso.com', 'survey-backup@contoso.com' -Subject 'Your opinion, please' -Body "Hello $($participant.FirstName), it takes five minutes." -SmtpServer smtp.office365.com -Port 587 -UseSsl -Credential $cred
}
