# Reads the UPS and mails when it runs on battery.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Set-Alias -Name mail -Value Send-MailMessage

$ups = Get-CimInstance -ClassName Win32_Battery
$cred = Import-Clixml -Path 'C:\UPS\mail.xml'

if ($ups.BatteryStatus -eq 1) {
    Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
    if ($draft = New-MgUserMessage -UserId 'ups@contoso.com' -BodyParameter @{
        subject      = 'UPS is on battery'
        importance   = 'high'
        body         = @{ contentType = 'Text'; content = "Charge: $($ups.EstimatedChargeRemaining) %" }
        toRecipients = @(@{ emailAddress = @{ address = 'facility@contoso.com' } })
    }) {
        Send-MgUserMessage -UserId 'ups@contoso.com' -MessageId $draft.Id
    }
}
