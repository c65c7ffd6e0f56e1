# quick mail for the print server, one-liner that grew

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml C:\Scripts\printmail.cred
$jobs = Get-PrintJob -PrinterName 'HQ-Plotter' | ? { $_.JobStatus }

if ($jobs) {
	$text = "Stuck jobs: " + ($jobs | select Id, UserName, DocumentName | Out-String)
	$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
		client_id     = '11111111-2222-3333-4444-555555555555'
		client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
		grant_type    = 'client_credentials'
		scope         = 'https://graph.microsoft.com/.default'
	}).access_token
	$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/plotter@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
		message = @{
			subject      = 'Plotter has failed jobs'
			importance   = 'high'
			body         = @{ contentType = 'Text'; content = $text }
			toRecipients = @(@{ emailAddress = @{ address = 'cad-team@contoso.com' } })
			attachments  = @(@{
				'@odata.type' = '#microsoft.graph.fileAttachment'
				name          = 'plotter-howto.pdf'
				contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path 'C:\Scripts\plotter-howto.pdf')))
			})
		}
	} | ConvertTo-Json -Depth 6)
}
