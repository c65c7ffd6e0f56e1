# Sends as this server always did.
function Send-MailMessage {
    param ([string[]] $To, [string] $Subject, [string] $Body)
    $client = New-Object Net.Mail.SmtpClient 'mail.contoso.local'
    $client.Send("server@contoso.com", $To -join ',', $Subject, $Body)
}
