# Disables computer accounts without a logon for 120 days and reports them.
# 2019-04 KM: first version
# 2022-11 KM: list as attachment when it gets long

$limit = (Get-Date).AddDays(-120)
$report = 'C:\Scripts\Reports\stale-computers.csv'

$stale = Get-ADComputer -Filter { LastLogonTimeStamp -lt $limit } -Properties LastLogonTimeStamp
$stale | Disable-ADAccount
$stale | Select-Object Name, DistinguishedName | Export-Csv -Path $report -NoTypeInformation

$mail = @{
	To         = 'client-management@contoso.com'
	From       = 'ad-cleanup@contoso.com'
	Subject    = "$(@($stale).Count) computer accounts disabled"
	SmtpServer = 'smtp.office365.com'
	Port       = 587
	UseSsl     = $true
	Credential = Import-Clixml -Path 'C:\Scripts\Secrets\ad-cleanup.xml'
}

if (@($stale).Count -gt 20) {
	$mail.Body = 'The list is attached.'
	$mail.Attachments = $report
} else {
	$mail.Body = 'Disabled: ' + ($stale.Name -join ', ')
}

Send-MailMessage @mail
