# Reports whether the WSUS synchronisation worked.
# Our profile loads a module with a Send-MailMessage of its own, hence the full name.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$sub = (Get-WsusServer).GetSubscription()
$last = $sub.GetLastSynchronizationInfo()

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/wsus@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "WSUS synchronisation: $($last.Result)"
        body         = @{ contentType = 'Text'; content = "Ended $($last.EndTime)." }
        toRecipients = @(@{ emailAddress = @{ address = 'patching@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
