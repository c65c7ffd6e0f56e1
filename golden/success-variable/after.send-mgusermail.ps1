# Sends the key figures and writes to the event log how that went.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path C:\KeyFigures\mail.xml
$figures = Get-Content -Path C:\KeyFigures\today.txt | Out-String

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Send-MgUserMail -UserId 'controlling@contoso.com' -BodyParameter @{
    message = @{
        subject      = 'Key figures'
        body         = @{ contentType = 'Text'; content = $figures }
        toRecipients = @(@{ emailAddress = @{ address = 'board@contoso.com' } })
    }
}
if ($?) {
    Write-EventLog -LogName Application -Source KeyFigures -EventId 100 -EntryType Information -Message 'Key figures sent.'
}
else {
    Write-EventLog -LogName Application -Source KeyFigures -EventId 101 -EntryType Error -Message "Key figures not sent: $($Error[0])"
    exit 1
}
