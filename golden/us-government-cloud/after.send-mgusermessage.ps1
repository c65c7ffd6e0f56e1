# Daily status of the records archive (GCC High tenant)

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$credential = Import-Clixml -Path 'R:\Records\mail.xml'
$count = (Get-ChildItem -Path 'R:\Records\Inbox').Count
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -Environment USGov -NoWelcome
if ($draft = New-MgUserMessage -UserId 'archive@contoso.us' -BodyParameter @{
    subject      = 'Records archive'
    body         = @{ contentType = 'Text'; content = "$count records wait." }
    toRecipients = @(@{ emailAddress = @{ address = 'records@contoso.us' } })
}) {
    Send-MgUserMessage -UserId 'archive@contoso.us' -MessageId $draft.Id
}
