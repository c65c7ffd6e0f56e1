# 每日备份报告

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$credential = Import-Clixml -Path 'D:\Backup\mail.xml'
$report = Get-Content -Path 'D:\Backup\today.txt' -Encoding UTF8 | Out-String
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.chinacloudapi.cn/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://microsoftgraph.chinacloudapi.cn/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://microsoftgraph.chinacloudapi.cn/v1.0/users/backup@contoso.cn/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = '备份报告'
        body         = @{ contentType = 'Text'; content = $report }
        toRecipients = @(@{ emailAddress = @{ address = 'ops@contoso.cn' } })
    }
} | ConvertTo-Json -Depth 6)
