# Sends the guest Wi-Fi code of the week.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$user = 'wifi@contoso.com'
$pass = ConvertTo-SecureString 'Correct-Horse-7' -AsPlainText -Force
$cred = New-Object System.Management.Automation.PSCredential ($user, $pass)

$code = Get-Random -Minimum 100000 -Maximum 999999
Set-GuestCode -Code $code
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
if ($draft = New-MgUserMessage -UserId $user -BodyParameter @{
    subject      = 'Guest Wi-Fi code'
    body         = @{
        contentType = 'Text'
        content     = 'The code of this week was changed. Please look it up in the portal.'
    }
    toRecipients = @(@{ emailAddress = @{ address = 'reception@contoso.com' } })
}) {
    Send-MgUserMessage -UserId $user -MessageId $draft.Id
}
