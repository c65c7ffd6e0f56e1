#requires -version 5.1
# Service monitor: one mail for each service that is not running although it should.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$common = @{
	From       = 'monitor@contoso.com'
	To         = 'oncall@contoso.com'
	SmtpServer = 'smtp.office365.com'
	Port       = 587
	UseSsl     = $true
	Credential = (Import-Clixml -Path C:\Monitor\monitor.xml)
}

$watched = 'Spooler', 'W3SVC', 'MSSQLSERVER'
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
foreach ($serviceName in $watched)
{
	$service = Get-Service -Name $serviceName
	if ($service.Status -ne 'Running')
	{
		Start-Service -Name $serviceName
		Send-MgUserMail -UserId $common.From -BodyParameter @{
			message = @{
				subject      = "$serviceName was $($service.Status) on $env:COMPUTERNAME"
				importance   = 'high'
				body         = @{ contentType = 'Text'; content = "Started again at $(Get-Date -Format t)." }
				toRecipients = @(@{ emailAddress = @{ address = $common.To } })
			}
		}
	}
}
