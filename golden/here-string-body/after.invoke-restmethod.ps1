# Instructions for the migration weekend, one mail to each department head

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$heads = Import-Csv -Path '.\heads.csv'
$cred = Get-Credential -UserName 'project-x@contoso.com' -Message 'Project mailbox'
$weekend = '12 and 13 September'

$body = @"
Hello,

on the weekend of $weekend we move "your" files to the new server.
  * Log off on Friday evening.
  * The drive letter stays S:.

$($cred.UserName) answers questions.
"@

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
foreach ($head in $heads) {
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/project-x@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = 'Migration weekend'
            body         = @{ contentType = 'Text'; content = $body }
            toRecipients = @($head.Mail | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
        }
    } | ConvertTo-Json -Depth 6)
}
