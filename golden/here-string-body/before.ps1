# Instructions for the migration weekend, one mail to each department head
$heads = Import-Csv -Path '.\heads.csv'
$cred = Get-Credential -UserName 'project-x@contoso.com' -Message 'Project mailbox'
$weekend = '12 and 13 September'

$body = @"
Hello,

on the weekend of $weekend we move "your" files to the new server.
  * Log off on Friday evening.
  * The drive letter stays S:.

$($cred.UserName) answers questions.
"@

foreach ($head in $heads) {
    Send-MailMessage -To $head.Mail -From 'project-x@contoso.com' -Subject 'Migration weekend' -Body $body -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
}
