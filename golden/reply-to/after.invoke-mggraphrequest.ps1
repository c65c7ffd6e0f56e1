#Requires -Version 7.2
# Survey invitation; answers go to the survey team, not to the mailbox that sends.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path "$HOME/survey.xml"
$participants = Import-Csv -Path "$HOME/participants.csv"

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
foreach ($participant in $participants) {
    $null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/noreply@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = 'Your opinion, please'
            body         = @{ contentType = 'Text'; content = "Hello $($participant.FirstName), it takes five minutes." }
            toRecipients = @($participant.Mail | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
            replyTo      = @('survey@contoso.com', 'survey-backup@contoso.com' | ForEach-Object { @{ emailAddress = @{ address = $_ } } })
        }
    } | ConvertTo-Json -Depth 6)
}
