# Two mails from one set of parameters: the summary goes to the managers, the details to the team.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

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
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
if ($draft = New-MgUserMessage -UserId $mail.From -BodyParameter @{
    subject      = $mail.Subject
    body         = @{ contentType = 'Text'; content = $mail.Body }
    toRecipients = @(@{ emailAddress = @{ address = $mail.To } })
}) {
    Send-MgUserMessage -UserId $mail.From -MessageId $draft.Id
}

$mail.To = 'servicedesk@contoso.com'
$mail.Subject = 'Open tickets in detail'
$mail.Body = $data | Select-Object Id, Title, Owner | ConvertTo-Html | Out-String
$mail.BodyAsHtml = $true
if ($draft = New-MgUserMessage -UserId $mail.From -BodyParameter @{
    subject      = "$($mail.Subject)"
    body         = @{ contentType = 'HTML'; content = "$($mail.Body)" }
    toRecipients = @($mail.To | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
        ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
}) {
    Send-MgUserMessage -UserId $mail.From -MessageId $draft.Id
}
