# Legal wants to know that the notices arrive.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'L:\Notices\mail.xml'
$tenants = Import-Csv -Path 'L:\Notices\tenants.csv' -Delimiter ';'

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
foreach ($tenant in $tenants) {
    if ($draft = New-MgUserMessage -UserId 'legal@contoso.com' -BodyParameter @{
        subject                    = 'Notice'
        body                       = @{ contentType = 'Text'; content = "Dear $($tenant.Salutation), please read the attached notice." }
        toRecipients               = @($tenant.Mail | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
            ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
        isDeliveryReceiptRequested = $true
        attachments                = @(@{
            '@odata.type' = '#microsoft.graph.fileAttachment'
            name          = 'notice.pdf'
            contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path 'L:\Notices\notice.pdf')))
        })
    }) {
        Send-MgUserMessage -UserId 'legal@contoso.com' -MessageId $draft.Id
    }
}
if ($draft = New-MgUserMessage -UserId 'legal@contoso.com' -BodyParameter @{
    subject      = 'Notices sent'
    body         = @{ contentType = 'Text'; content = "$($tenants.Count) notices" }
    toRecipients = @(@{ emailAddress = @{ address = 'legal@contoso.com' } })
}) {
    Send-MgUserMessage -UserId 'legal@contoso.com' -MessageId $draft.Id
}
