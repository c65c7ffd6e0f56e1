# Notice to the owner of each shared folder that nobody opened for a year.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$server = @{ SmtpServer = 'smtp.office365.com'; Port = 587; UseSsl = $true; Credential = (Get-Credential 'files@contoso.com') }

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
Import-Csv -Path '.\stale-folders.csv' | ForEach-Object {
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/files@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = "Folder $($_.Folder) is going to be archived"
            body         = @{
                contentType = 'Text'
                content     = "Nobody has opened $($_.Folder) since $($_.LastAccess). Answer this mail to keep it."
            }
            toRecipients = @($_.Owner | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
        }
    } | ConvertTo-Json -Depth 6)
}
