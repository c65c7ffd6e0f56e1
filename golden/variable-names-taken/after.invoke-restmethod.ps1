# Mail drafts of the newsletter team: the names in this script are the ones that a migration would like to use.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$message = Get-Content -Path 'N:\Letters\current.html' | Out-String
$draft = 'N:\Letters\draft.docx'
$params = @{ Path = 'N:\Letters'; Filter = '*.docx' }
$attachment = (Get-ChildItem @params | Select-Object -First 1).FullName
$token = Get-Content -Path 'N:\Letters\issue.txt' | Out-String
$body = "Issue: $token"
$headers = 'Newsletter', 'Draft'

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
try {
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/newsletter@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = ($headers -join ' ')
            body         = @{ contentType = 'HTML'; content = "$body$message" }
            toRecipients = @(@{ emailAddress = @{ address = 'editors@contoso.com' } })
            attachments  = @($draft, $attachment | ForEach-Object {
                @{
                    '@odata.type' = '#microsoft.graph.fileAttachment'
                    name          = Split-Path (Convert-Path $_) -Leaf
                    contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $_)))
                }
            })
        }
    } | ConvertTo-Json -Depth 6)
} catch { Write-Error -ErrorRecord $_ }
Write-Output "Sent $draft and $attachment ($($message.Length) characters)."
