# Mails the exports of the night to the warehouse. All files go into one message.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$credential = Import-Clixml -Path 'D:\Exports\mail.xml'
$exports = Get-ChildItem -Path 'D:\Exports\Outgoing' -Filter *.csv

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
try {
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/exports@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = "Exports of $(Get-Date -Format d)"
            body         = @{ contentType = 'Text'; content = 'The exports are attached.' }
            toRecipients = @(@{ emailAddress = @{ address = 'warehouse@contoso.com' } })
            attachments  = @($exports | Where-Object { $_ } | ForEach-Object {
                @{
                    '@odata.type' = '#microsoft.graph.fileAttachment'
                    name          = Split-Path (Convert-Path $_) -Leaf
                    contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $_)))
                }
            })
        }
    } | ConvertTo-Json -Depth 6)
} catch { Write-Error -ErrorRecord $_ }
