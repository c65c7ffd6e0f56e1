# Backup of the line controllers. The plant's own log goes through the relay in the plant, the report to the
# head office through Exchange Online.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$log = Get-Content -Path 'D:\Plant\controllers.log' | Out-String
$cred = Import-Clixml -Path 'D:\Plant\mail.xml'

Send-MailMessage -To 'plant-log@plant.contoso.local' -From 'controllers@plant.contoso.local' -Subject 'Controllers' -Body $log -SmtpServer 'mail.plant.contoso.local'
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
if ($draft = New-MgUserMessage -UserId 'plant@contoso.com' -BodyParameter @{
    subject      = 'Controllers were backed up'
    body         = @{ contentType = 'Text'; content = $log }
    toRecipients = @(@{ emailAddress = @{ address = 'plant-office@contoso.com' } })
}) {
    Send-MgUserMessage -UserId 'plant@contoso.com' -MessageId $draft.Id
}
