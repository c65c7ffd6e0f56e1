# Sends in the name of the service desk; the account that signs in is the automation user.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$secure = Get-Content -Path 'C:\Automation\password.txt' | ConvertTo-SecureString
$cred = New-Object -TypeName System.Management.Automation.PSCredential -ArgumentList 'svc-automation@contoso.com', $secure

$open = (Get-Content -Path 'C:\Automation\open-calls.txt').Count
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/svc-automation@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Open calls'
        body         = @{ contentType = 'Text'; content = "$open calls are open." }
        from         = @{ emailAddress = @{ address = 'servicedesk@contoso.com' } }
        toRecipients = @(@{ emailAddress = @{ address = 'team-leads@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
