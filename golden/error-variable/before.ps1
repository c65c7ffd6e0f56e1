# Patch report of the server team, mailed after the maintenance window.
$cred = Import-Clixml -Path 'C:\Patching\mail.xml'
$report = Get-HotFix | Sort-Object -Property InstalledOn | ConvertTo-Html -Title 'Patches' | Out-String

Send-MailMessage -To 'server-team@contoso.com' -From 'patching@contoso.com' -Subject "Patches on $env:COMPUTERNAME" -Body $report -BodyAsHtml -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred -ErrorAction SilentlyContinue -ErrorVariable mailError

if ($mailError) {
    $report | Set-Content -Path "\\files\patching$\$env:COMPUTERNAME.html"
    Write-Output "Mail failed, the report is on the share: $($mailError[0])"
}
