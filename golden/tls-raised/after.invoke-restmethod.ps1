# Weekly report of failed sign-ins at the VPN gateway
[System.Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$failed = Import-Csv -Path 'C:\VPN\failed.csv'
$credential = Import-Clixml -Path 'C:\VPN\mail.xml'
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/vpn@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "VPN: $($failed.Count) failed sign-ins"
        body         = @{ contentType = 'Text'; content = 'Details are in C:\VPN\failed.csv.' }
        toRecipients = @(@{ emailAddress = @{ address = 'network@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
