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
    $graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
        client_id     = '11111111-2222-3333-4444-555555555555'
        client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
        grant_type    = 'client_credentials'
        scope         = 'https://graph.microsoft.com/.default'
    }).access_token
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/reports@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = "Low disk space on $($low.Count) volumes"
            body         = @{ contentType = 'Text'; content = $body }
            toRecipients = @(@{ emailAddress = @{ address = 'storage@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6)
}
