# Patch report of the server team, mailed after the maintenance window.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Patching\mail.xml'
$report = Get-HotFix | Sort-Object -Property InstalledOn | ConvertTo-Html -Title 'Patches' | Out-String

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Send-MgUserMail -UserId 'patching@contoso.com' -BodyParameter @{
    message = @{
        subject      = "Patches on $env:COMPUTERNAME"
        body         = @{ contentType = 'HTML'; content = $report }
        toRecipients = @(@{ emailAddress = @{ address = 'server-team@contoso.com' } })
    }
} -ErrorAction SilentlyContinue -ErrorVariable mailError

if ($mailError) {
    $report | Set-Content -Path "\\files\patching$\$env:COMPUTERNAME.html"
    Write-Output "Mail failed, the report is on the share: $($mailError[0])"
}
