# Mail that the terminal servers will restart. The basics are shared with the other maintenance scripts.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$basics = @{
  SmtpServer = 'smtp.office365.com'
  Port       = 587
  UseSsl     = $true
  From       = 'maintenance@contoso.com'
  Credential = Import-Clixml -Path 'C:\Maintenance\mail.xml'
}

$restart = (Get-Date).Date.AddHours(22)
$basics += @{
  To      = 'all-ts-users@contoso.com'
  Subject = "Terminal servers restart at $($restart.ToShortTimeString())"
  Body    = 'Please save your work and log off before then.'
}

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
if ($draft = New-MgUserMessage -UserId $basics.From -BodyParameter @{
    subject      = $basics.Subject
    body         = @{ contentType = 'Text'; content = $basics.Body }
    toRecipients = @(@{ emailAddress = @{ address = $basics.To } })
}) {
    Send-MgUserMessage -UserId $basics.From -MessageId $draft.Id
}
