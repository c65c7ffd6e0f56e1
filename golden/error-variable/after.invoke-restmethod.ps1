# Patch report of the server team, mailed after the maintenance window.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Patching\mail.xml'
$report = Get-HotFix | Sort-Object -Property InstalledOn | ConvertTo-Html -Title 'Patches' | Out-String

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
if ($graphMessage = @{
    message = @{
        subject      = "Patches on $env:COMPUTERNAME"
        body         = @{ contentType = 'HTML'; content = $report }
        toRecipients = @(@{ emailAddress = @{ address = 'server-team@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6) {
    try {
        $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/patching@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ErrorVariable mailError -ContentType 'application/json; charset=utf-8' -Body $graphMessage
    } catch { Write-Error -ErrorRecord $_ -ErrorAction SilentlyContinue -ErrorVariable mailError }
}

if ($mailError) {
    $report | Set-Content -Path "\\files\patching$\$env:COMPUTERNAME.html"
    Write-Output "Mail failed, the report is on the share: $($mailError[0])"
}
