# Disk space report for the file servers.
# Runs every morning at 06:30 as a scheduled task on FS-MGMT01.

$threshold = 15
$servers = 'FS01', 'FS02', 'FS03'

$low = foreach ($server in $servers) {
    Get-CimInstance -ClassName Win32_LogicalDisk -ComputerName $server -Filter 'DriveType = 3' |
        Where-Object { $_.FreeSpace / $_.Size * 100 -lt $threshold } |
        Select-Object @{ Name = 'Server'; Expression = { $server } }, DeviceID, FreeSpace
}

if ($low) {
    $body = $low | Format-Table -AutoSize | Out-String
    $credential = Import-Clixml -Path 'D:\Tasks\Secrets\reports.xml'
    Send-MailMessage -From 'reports@contoso.com' -To 'storage@contoso.com' -Subject "Low disk space on $($low.Count) volumes" -Body $body -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $credential
}
