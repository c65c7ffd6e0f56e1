# Mail drafts of the newsletter team: the names in this script are the ones that a migration would like to use.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$message = Get-Content -Path 'N:\Letters\current.html' | Out-String
$draft = 'N:\Letters\draft.docx'
$params = @{ Path = 'N:\Letters'; Filter = '*.docx' }
$attachment = (Get-ChildItem @params | Select-Object -First 1).FullName
$token = Get-Content -Path 'N:\Letters\issue.txt' | Out-String
$body = "Issue: $token"
$headers = 'Newsletter', 'Draft'

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
try {
    if ($graphDraft = New-MgUserMessage -UserId 'newsletter@contoso.com' -BodyParameter @{
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
    }) {
        Send-MgUserMessage -UserId 'newsletter@contoso.com' -MessageId $graphDraft.Id
    }
} catch { Write-Error -ErrorRecord $_ }
Write-Output "Sent $draft and $attachment ($($message.Length) characters)."
