# quick mail for the print server, one-liner that grew
$cred = Import-Clixml C:\Scripts\printmail.cred
$jobs = Get-PrintJob -PrinterName 'HQ-Plotter' | ? { $_.JobStatus }

if ($jobs) {
	$text = "Stuck jobs: " + ($jobs | select Id, UserName, DocumentName | Out-String)
	send-mailmessage -fr plotter@contoso.com -t cad-team@contoso.com -sub 'Plotter has failed jobs' -body $text -sm smtp.office365.com -po 587 -us -cr $cred -att C:\Scripts\plotter-howto.pdf -pri High
}
