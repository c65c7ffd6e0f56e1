# Weekly report of failed sign-ins at the VPN gateway
[System.Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$failed = Import-Csv -Path 'C:\VPN\failed.csv'
$credential = Import-Clixml -Path 'C:\VPN\mail.xml'
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
if ($draft = New-MgUserMessage -UserId 'vpn@contoso.com' -BodyParameter @{
    subject      = "VPN: $($failed.Count) failed sign-ins"
    body         = @{ contentType = 'Text'; content = 'Details are in C:\VPN\failed.csv.' }
    toRecipients = @(@{ emailAddress = @{ address = 'network@contoso.com' } })
}) {
    Send-MgUserMessage -UserId 'vpn@contoso.com' -MessageId $draft.Id
}
