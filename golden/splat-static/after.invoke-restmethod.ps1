# Disabled AD accounts of the last seven days

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Import-Module ActiveDirectory

$since = (Get-Date).AddDays(-7)
$accounts = Get-ADUser -Filter { Enabled -eq $false -and whenChanged -ge $since } -Properties whenChanged |
    Select-Object Name, SamAccountName, whenChanged

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/identity@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "Disabled accounts since $($since.ToString('yyyy-MM-dd'))"
        body         = @{ contentType = 'Text'; content = ($accounts | Format-Table | Out-String) }
        toRecipients = @('hr-systems@contoso.com', 'security@contoso.com' | ForEach-Object { @{ emailAddress = @{ address = $_ } } })
    }
} | ConvertTo-Json -Depth 6)
