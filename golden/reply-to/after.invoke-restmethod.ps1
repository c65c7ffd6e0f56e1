#Requires -Version 7.2
# Survey invitation; answers go to the survey team, not to the mailbox that sends.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path "$HOME/survey.xml"
$participants = Import-Csv -Path "$HOME/participants.csv"

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
foreach ($participant in $participants) {
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/noreply@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = 'Your opinion, please'
            body         = @{ contentType = 'Text'; content = "Hello $($participant.FirstName), it takes five minutes." }
            toRecipients = @($participant.Mail | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
            replyTo      = @('survey@contoso.com', 'survey-backup@contoso.com' | ForEach-Object { @{ emailAddress = @{ address = $_ } } })
        }
    } | ConvertTo-Json -Depth 6)
}
