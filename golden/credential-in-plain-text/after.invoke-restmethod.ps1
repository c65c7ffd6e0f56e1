# Sends the guest Wi-Fi code of the week.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$user = 'wifi@contoso.com'
$pass = ConvertTo-SecureString 'Correct-Horse-7' -AsPlainText -Force
$cred = New-Object System.Management.Automation.PSCredential ($user, $pass)

$code = Get-Random -Minimum 100000 -Maximum 999999
Set-GuestCode -Code $code
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString($user))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Guest Wi-Fi code'
        body         = @{
            contentType = 'Text'
            content     = 'The code of this week was changed. Please look it up in the portal.'
        }
        toRecipients = @(@{ emailAddress = @{ address = 'reception@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
