# Disk space report for the file servers.
# Runs every morning at 06:30 as a scheduled task on FS-MGMT01.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

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
    Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
    if ($draft = New-MgUserMessage -UserId 'reports@contoso.com' -BodyParameter @{
        subject      = "Low disk space on $($low.Count) volumes"
        body         = @{ contentType = 'Text'; content = $body }
        toRecipients = @(@{ emailAddress = @{ address = 'storage@contoso.com' } })
    }) {
        Send-MgUserMessage -UserId 'reports@contoso.com' -MessageId $draft.Id
    }
}
