# Free licences left?

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml .\licences.xml; $free = (Get-Content .\free.txt).Length
if ($free -lt 20) {
    $graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
        client_id     = '11111111-2222-3333-4444-555555555555'
        client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
        grant_type    = 'client_credentials'
        scope         = 'https://graph.microsoft.com/.default'
    }).access_token
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/licences@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = "$free licences left"
            body         = @{ contentType = 'Text'; content = 'Order new ones.' }
            toRecipients = @(@{ emailAddress = @{ address = 'licences@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6)
} else { Write-Output 'Enough licences.' }
