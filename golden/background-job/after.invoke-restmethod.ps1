# Starts the long archive run in the background, which mails when it is done.
$cred = Import-Clixml -Path 'C:\Archive\mail.xml'
$source = 'D:\Mailarchive'

Start-Job -Name 'archive' -ScriptBlock {
    param ($From)
    [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

    $count = (Get-ChildItem -Path $using:source -Recurse).Count
    $graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
        client_id     = '11111111-2222-3333-4444-555555555555'
        client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
        grant_type    = 'client_credentials'
        scope         = 'https://graph.microsoft.com/.default'
    }).access_token
    $null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString(([mailaddress]$From).Address))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = 'Archive run'
            body         = @{ contentType = 'Text'; content = "$count files were archived." }
            from         = [mailaddress]$From | ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } }
            toRecipients = @(@{ emailAddress = @{ address = 'archive@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6)
} -ArgumentList 'archive-job@contoso.com' | Wait-Job | Receive-Job
