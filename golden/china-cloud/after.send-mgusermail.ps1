# 每日备份报告

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$credential = Import-Clixml -Path 'D:\Backup\mail.xml'
$report = Get-Content -Path 'D:\Backup\today.txt' -Encoding UTF8 | Out-String
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -Environment China -NoWelcome
Send-MgUserMail -UserId 'backup@contoso.cn' -BodyParameter @{
    message = @{
        subject      = '备份报告'
        body         = @{ contentType = 'Text'; content = $report }
        toRecipients = @(@{ emailAddress = @{ address = 'ops@contoso.cn' } })
    }
}
