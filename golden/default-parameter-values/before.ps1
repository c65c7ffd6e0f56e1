# Account lockouts of the last hour. The mail settings are defaults of the session, as in our profile.
$PSDefaultParameterValues['Send-MailMessage:SmtpServer'] = 'smtp.office365.com'
$PSDefaultParameterValues['Send-MailMessage:Port'] = 587
$PSDefaultParameterValues['Send-MailMessage:UseSsl'] = $true
$PSDefaultParameterValues['Send-Mail*:From'] = 'lockouts@contoso.com'

$credential = Import-Clixml -Path 'C:\Security\lockouts.xml'
$filter = @{ LogName = 'Security'; Id = 4740; StartTime = (Get-Date).AddHours(-1) }
$lockouts = Get-WinEvent -FilterHashtable $filter -ErrorAction SilentlyContinue

if ($lockouts) {
    $body = $lockouts | Select-Object TimeCreated, Message | Format-List | Out-String
    Send-MailMessage -To 'security@contoso.com' -Subject 'Account lockouts' -Body $body -Credential $credential
}
