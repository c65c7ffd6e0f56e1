# 每日备份报告

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$credential = Import-Clixml -Path 'D:\Backup\mail.xml'
$report = Get-Content -Path 'D:\Backup\today.txt' -Encoding UTF8 | Out-String
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -Environment China -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/backup@contoso.cn/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = '备份报告'
        body         = @{ contentType = 'Text'; content = $report }
        toRecipients = @(@{ emailAddress = @{ address = 'ops@contoso.cn' } })
    }
} | ConvertTo-Json -Depth 6)
