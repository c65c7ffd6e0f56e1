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
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
	client_id     = '11111111-2222-3333-4444-555555555555'
	client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
	grant_type    = 'client_credentials'
	scope         = 'https://graph.microsoft.com/.default'
}).access_token
foreach ($serviceName in $watched)
{
	$service = Get-Service -Name $serviceName
	if ($service.Status -ne 'Running')
	{
		Start-Service -Name $serviceName
		$null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString($common.From))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
			message = @{
				subject      = "$serviceName was $($service.Status) on $env:COMPUTERNAME"
				importance   = 'high'
				body         = @{ contentType = 'Text'; content = "Started again at $(Get-Date -Format t)." }
				toRecipients = @(@{ emailAddress = @{ address = $common.To } })
			}
		} | ConvertTo-Json -Depth 6)
	}
}
