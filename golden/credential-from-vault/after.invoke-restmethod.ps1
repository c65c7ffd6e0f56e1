# Nightly database checks

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Import-Module Microsoft.PowerShell.SecretManagement
$dbaCredential = Get-Secret -Name 'smtp-dba' -Vault 'Operations'

$databases = Invoke-Sqlcmd -ServerInstance 'SQL01' -Query 'SELECT name, state_desc FROM sys.databases'
$offline = @($databases | Where-Object { $_.state_desc -ne 'ONLINE' })

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/sql01@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "$($offline.Count) databases are not online"
        body         = @{ contentType = 'Text'; content = ($databases | Format-Table | Out-String) }
        toRecipients = @(@{ emailAddress = @{ address = 'dba@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
