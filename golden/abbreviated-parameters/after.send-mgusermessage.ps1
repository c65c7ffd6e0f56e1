# quick mail for the print server, one-liner that grew

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml C:\Scripts\printmail.cred
$jobs = Get-PrintJob -PrinterName 'HQ-Plotter' | ? { $_.JobStatus }

if ($jobs) {
	$text = "Stuck jobs: " + ($jobs | select Id, UserName, DocumentName | Out-String)
	Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
	if ($draft = New-MgUserMessage -UserId 'plotter@contoso.com' -BodyParameter @{
		subject      = 'Plotter has failed jobs'
		importance   = 'high'
		body         = @{ contentType = 'Text'; content = $text }
		toRecipients = @(@{ emailAddress = @{ address = 'cad-team@contoso.com' } })
		attachments  = @(@{
			'@odata.type' = '#microsoft.graph.fileAttachment'
			name          = 'plotter-howto.pdf'
			contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path 'C:\Scripts\plotter-howto.pdf')))
		})
	}) {
		Send-MgUserMessage -UserId 'plotter@contoso.com' -MessageId $draft.Id
	}
}
