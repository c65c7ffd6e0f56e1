# Account lockouts of the last hour. The mail settings are defaults of the session, as in our profile.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$PSDefaultParameterValues['Send-MailMessage:SmtpServer'] = 'smtp.office365.com'
$PSDefaultParameterValues['Send-MailMessage:Port'] = 587
$PSDefaultParameterValues['Send-MailMessage:UseSsl'] = $true
$PSDefaultParameterValues['Send-Mail*:From'] = 'lockouts@contoso.com'

$credential = Import-Clixml -Path 'C:\Security\lockouts.xml'
$filter = @{ LogName = 'Security'; Id = 4740; StartTime = (Get-Date).AddHours(-1) }
$lockouts = Get-WinEvent -FilterHashtable $filter -ErrorAction SilentlyContinue

if ($lockouts) {
    $body = $lockouts | Select-Object TimeCreated, Message | Format-List | Out-String
    $graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
        client_id     = '11111111-2222-3333-4444-555555555555'
        client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
        grant_type    = 'client_credentials'
        scope         = 'https://graph.microsoft.com/.default'
    }).access_token
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/lockouts@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = 'Account lockouts'
            body         = @{ contentType = 'Text'; content = $body }
            toRecipients = @(@{ emailAddress = @{ address = 'security@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6)
}
