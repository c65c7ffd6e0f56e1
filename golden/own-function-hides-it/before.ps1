# Log rotation with a mail through the gateway's HTTP interface.
function Send-MailMessage {
    param ($To, $From, $Subject, $Body, $SmtpServer)

    $payload = @{ to = $To; from = $From; subject = $Subject; text = $Body } | ConvertTo-Json
    Invoke-WebRequest -Uri 'https://gateway.contoso.local/mail' -Method Post -Body $payload -UseBasicParsing | Out-Null
}

$old = Get-ChildItem -Path 'D:\Logs' -Filter *.log | Where-Object LastWriteTime -lt (Get-Date).AddDays(-30)
$old | Remove-Item

Send-MailMessage -To 'ops@contoso.com' -From 'logs@contoso.com' -Subject 'Log rotation' -Body "$($old.Count) files removed." -SmtpServer 'smtp.office365.com'
