# Two mails from one set of parameters: the summary goes to the managers, the details to the team.
$data = Get-Content -Path 'C:\Tickets\open.json' -Raw | ConvertFrom-Json
$credential = Import-Clixml -Path 'C:\Tickets\mail.xml'

$mail = @{
    To         = 'managers@contoso.com'
    From       = 'tickets@contoso.com'
    Subject    = 'Open tickets'
    Body       = "$($data.Count) tickets are open."
    SmtpServer = 'smtp.office365.com'
    Port       = 587
    UseSsl     = $true
    Credential = $credential
}
Send-MailMessage @mail

$mail.To = 'servicedesk@contoso.com'
$mail.Subject = 'Open tickets in detail'
$mail.Body = $data | Select-Object Id, Title, Owner | ConvertTo-Html | Out-String
$mail.BodyAsHtml = $true
Send-MailMessage @mail
