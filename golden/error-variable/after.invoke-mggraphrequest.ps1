# Patch report of the server team, mailed after the maintenance window.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Patching\mail.xml'
$report = Get-HotFix | Sort-Object -Property InstalledOn | ConvertTo-Html -Title 'Patches' | Out-String

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
if ($graphMessage = @{
    message = @{
        subject      = "Patches on $env:COMPUTERNAME"
        body         = @{ contentType = 'HTML'; content = $report }
        toRecipients = @(@{ emailAddress = @{ address = 'server-team@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6) {
    try {
        $null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/patching@contoso.com/sendMail' -ErrorVariable mailError -ContentType 'application/json; charset=utf-8' -Body $graphMessage
    } catch { Write-Error -ErrorRecord $_ -ErrorAction SilentlyContinue -ErrorVariable mailError }
}

if ($mailError) {
    $report | Set-Content -Path "\\files\patching$\$env:COMPUTERNAME.html"
    Write-Output "Mail failed, the report is on the share: $($mailError[0])"
}
