# Disk state of the archive servers

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$disks = Get-PhysicalDisk | Where-Object { $_.HealthStatus -ne 'Healthy' }
$text = "Disks with a warning: $(@($disks).Count)"
$cred = Import-Clixml -Path 'C:\Disks\mail.xml'
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/disks@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Disk state'
        body         = @{ contentType = 'Text'; content = $text }
        toRecipients = @(@{ emailAddress = @{ address = 'storage@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
