# Heartbeat of the mail gateway. Port 25 of the gateway itself, by address, as DNS may be what is broken.
$gateway = "10.20.0.25"
$mail = @{
	To = "gateway@contoso.com"
	From = "heartbeat@contoso.com"
	Subject = "Heartbeat $(Get-Date -Format o)"
	Body = "The gateway accepts mail."
	SmtpServer = $gateway
	Port = 25
}
Send-MailMessage @mail
