# Mailboxes with forwarding to the outside

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$ErrorActionPreference = 'Continue'
$out = 'C:\Reports\forwarding.csv'

Connect-ExchangeOnline -CertificateThumbprint '0000111122223333444455556666777788889999' -AppId '99999999-8888-7777-6666-555555555555' -Organization 'contoso.onmicrosoft.com' -ShowBanner:$false

Get-EXOMailbox -ResultSize Unlimited -Properties ForwardingSmtpAddress |
    Where-Object { $_.ForwardingSmtpAddress } |
    Export-Csv -Path $out -NoTypeInformation

Disconnect-ExchangeOnline -Confirm:$false

$cred = Import-Clixml -Path 'C:\Reports\mail.xml'
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/exchange-reports@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Forwarding'
        body         = @{ contentType = 'Text'; content = 'See the attached list.' }
        toRecipients = @(@{ emailAddress = @{ address = 'security@contoso.com' } })
        attachments  = @(@{
            '@odata.type' = '#microsoft.graph.fileAttachment'
            name          = Split-Path $out -Leaf
            contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $out)))
        })
    }
} | ConvertTo-Json -Depth 6)
