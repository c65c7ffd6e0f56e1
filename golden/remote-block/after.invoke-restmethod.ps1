# Restarts the application pool on each web server; the server itself reports.
$credential = Import-Clixml -Path 'C:\Web\mail.xml'

Invoke-Command -ComputerName 'WEB01', 'WEB02' -ScriptBlock {
    [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
    Import-Module WebAdministration
    Restart-WebAppPool -Name 'Shop'
    $state = (Get-WebAppPoolState -Name 'Shop').Value
    $graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
        client_id     = '11111111-2222-3333-4444-555555555555'
        client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
        grant_type    = 'client_credentials'
        scope         = 'https://graph.microsoft.com/.default'
    }).access_token
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/web@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = "Pool on $env:COMPUTERNAME"
            body         = @{ contentType = 'Text'; content = "State: $state" }
            toRecipients = @(@{ emailAddress = @{ address = 'web@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6)
}
