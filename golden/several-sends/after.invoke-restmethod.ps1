# Quarterly access review: one mail to each data owner, one with the summary, one to the archive.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$MailCred = Import-Clixml -Path 'C:\Review\mail.xml'
$Owners = Import-Csv -Path 'C:\Review\owners.csv'
$From = 'access-review@contoso.com'
$Smtp = 'smtp.office365.com'

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$Owners | ForEach-Object {
    $null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString($From))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = "Review of $($_.Share)"
            body         = @{ contentType = 'Text'; content = "Please review who has access to $($_.Share)." }
            toRecipients = @($_.Mail | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
        }
    } | ConvertTo-Json -Depth 6)
}

$Summary = "$($Owners.Count) owners were asked."
$null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString($From))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Access review started'
        body         = @{ contentType = 'Text'; content = $Summary }
        toRecipients = @(@{ emailAddress = @{ address = 'auditors@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
$null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString($From))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Access review started'
        body         = @{ contentType = 'Text'; content = $Summary }
        toRecipients = @(@{ emailAddress = @{ address = 'archive@contoso.com' } })
        attachments  = @(@{
            '@odata.type' = '#microsoft.graph.fileAttachment'
            name          = 'owners.csv'
            contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path 'C:\Review\owners.csv')))
        })
    }
} | ConvertTo-Json -Depth 6)
