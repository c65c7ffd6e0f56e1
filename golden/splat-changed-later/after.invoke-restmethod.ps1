# Two mails from one set of parameters: the summary goes to the managers, the details to the team.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$data = Get-Content -Path 'C:\Tickets\open.json' -Raw | ConvertFrom-Json
$credential = Import-Clixml -Path 'C:\Tickets\mail.xml'

$mail = @{
    To         = 'managers@contoso.com'
    From       = 'tickets@contoso.com'
    Subject    = 'Open tickets'
    Body       = "$($data.Count) tickets are open."
    SmtpServer = 'smtp.office365.com'
    Port       = 587
    UseSsl     = $true
    Credential = $credential
}
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString($mail.From))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = $mail.Subject
        body         = @{ contentType = 'Text'; content = $mail.Body }
        toRecipients = @(@{ emailAddress = @{ address = $mail.To } })
    }
} | ConvertTo-Json -Depth 6)

$mail.To = 'servicedesk@contoso.com'
$mail.Subject = 'Open tickets in detail'
$mail.Body = $data | Select-Object Id, Title, Owner | ConvertTo-Html | Out-String
$mail.BodyAsHtml = $true
$null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString($mail.From))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = "$($mail.Subject)"
        body         = @{ contentType = 'HTML'; content = "$($mail.Body)" }
        toRecipients = @($mail.To | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
            ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
    }
} | ConvertTo-Json -Depth 6)
