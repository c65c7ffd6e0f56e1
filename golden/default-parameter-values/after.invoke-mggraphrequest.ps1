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
    Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
    $null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/lockouts@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = 'Account lockouts'
            body         = @{ contentType = 'Text'; content = $body }
            toRecipients = @(@{ emailAddress = @{ address = 'security@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6)
}
