# Restarts the label printer service and says so.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Restart-Service -Name LabelPrint
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
if ($draft = New-MgUserMessage -UserId 'labels@contoso.com' -BodyParameter @{
    subject      = 'Label printing was restarted'
    body         = @{ contentType = 'Text'; content = 'Please print the last label again.' }
    toRecipients = @(@{ emailAddress = @{ address = 'shipping@contoso.com' } })
}) {
    Send-MgUserMessage -UserId 'labels@contoso.com' -MessageId $draft.Id
}
