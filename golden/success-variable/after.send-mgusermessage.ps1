# Sends the key figures and writes to the event log how that went.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path C:\KeyFigures\mail.xml
$figures = Get-Content -Path C:\KeyFigures\today.txt | Out-String

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
if ($draft = New-MgUserMessage -UserId 'controlling@contoso.com' -BodyParameter @{
    subject      = 'Key figures'
    body         = @{ contentType = 'Text'; content = $figures }
    toRecipients = @(@{ emailAddress = @{ address = 'board@contoso.com' } })
}) {
    Send-MgUserMessage -UserId 'controlling@contoso.com' -MessageId $draft.Id
} else { Write-Error -ErrorRecord $Error[0] -ErrorAction SilentlyContinue }
if ($?) {
    Write-EventLog -LogName Application -Source KeyFigures -EventId 100 -EntryType Information -Message 'Key figures sent.'
}
else {
    Write-EventLog -LogName Application -Source KeyFigures -EventId 101 -EntryType Error -Message "Key figures not sent: $($Error[0])"
    exit 1
}
