# Sends the shift plan to the plant.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$PSEmailServer = 'smtp.office365.com'

$plan = "S:\Plant\Shiftplan_$(Get-Date -UFormat %V).pdf"
$plantCredential = Get-Credential -Credential 'plant@contoso.com'

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/plant@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Shift plan'
        body         = @{ contentType = 'Text'; content = 'The new shift plan is attached.' }
        toRecipients = @(@{ emailAddress = @{ address = 'shiftleads@contoso.com' } })
        attachments  = @(@{
            '@odata.type' = '#microsoft.graph.fileAttachment'
            name          = Split-Path $plan -Leaf
            contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $plan)))
        })
    }
} | ConvertTo-Json -Depth 6)
