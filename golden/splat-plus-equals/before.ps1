# Mail that the terminal servers will restart. The basics are shared with the other maintenance scripts.
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

Send-MailMessage @basics
