# Forwards the scan counts to whoever is in the registry value, separated by semicolons.
param (
    [string]$Recipients = 'scan@contoso.com;archive@contoso.com'
)

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Scan\mail.xml'
$count = (Get-ChildItem -Path 'C:\Scan\In' -Filter *.tif).Count

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
if ($draft = New-MgUserMessage -UserId 'scan@contoso.com' -BodyParameter @{
    subject      = "$count scans"
    body         = @{ contentType = 'Text'; content = "There are $count scans to be indexed." }
    toRecipients = @($Recipients.Split(';') | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
        ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
    ccRecipients = @(('boss@contoso.com,deputy@contoso.com' -split ',') | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
        ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
}) {
    Send-MgUserMessage -UserId 'scan@contoso.com' -MessageId $draft.Id
}
