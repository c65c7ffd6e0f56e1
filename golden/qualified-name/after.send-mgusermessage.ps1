# Reports whether the WSUS synchronisation worked.
# Our profile loads a module with a Send-MailMessage of its own, hence the full name.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$sub = (Get-WsusServer).GetSubscription()
$last = $sub.GetLastSynchronizationInfo()

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
if ($draft = New-MgUserMessage -UserId 'wsus@contoso.com' -BodyParameter @{
    subject      = "WSUS synchronisation: $($last.Result)"
    body         = @{ contentType = 'Text'; content = "Ended $($last.EndTime)." }
    toRecipients = @(@{ emailAddress = @{ address = 'patching@contoso.com' } })
}) {
    Send-MgUserMessage -UserId 'wsus@contoso.com' -MessageId $draft.Id
}
