#requires -version 5.1
# Service monitor: one mail for each service that is not running although it should.

$common = @{
	From       = 'monitor@contoso.com'
	To         = 'oncall@contoso.com'
	SmtpServer = 'smtp.office365.com'
	Port       = 587
	UseSsl     = $true
	Credential = (Import-Clixml -Path C:\Monitor\monitor.xml)
}

$watched = 'Spooler', 'W3SVC', 'MSSQLSERVER'
foreach ($serviceName in $watched)
{
	$service = Get-Service -Name $serviceName
	if ($service.Status -ne 'Running')
	{
		Start-Service -Name $serviceName
		Send-MailMessage @common -Subject "$serviceName was $($service.Status) on $env:COMPUTERNAME" -Body "Started again at $(Get-Date -Format t)." -Priority High
	}
}
