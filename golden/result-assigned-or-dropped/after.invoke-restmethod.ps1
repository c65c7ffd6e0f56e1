# Three ways to keep a job step quiet, found in one script.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'J:\Jobs\mail.xml'
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$result = if ($graphMessage = @{
    message = @{
        subject      = 'Step 1'
        body         = @{ contentType = 'Text'; content = 'Step 1 is done.' }
        toRecipients = @(@{ emailAddress = @{ address = 'a-team@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6) {
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/jobs@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body $graphMessage
}
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/jobs@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Step 2'
        body         = @{ contentType = 'Text'; content = 'Step 2 is done.' }
        toRecipients = @(@{ emailAddress = @{ address = 'b-team@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/jobs@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Step 3'
        body         = @{ contentType = 'Text'; content = 'Step 3 is done.' }
        toRecipients = @(@{ emailAddress = @{ address = 'c-team@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
