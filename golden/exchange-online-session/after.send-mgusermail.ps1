# Mailboxes with forwarding to the outside

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$ErrorActionPreference = 'Continue'
$out = 'C:\Reports\forwarding.csv'

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Connect-ExchangeOnline -CertificateThumbprint '0000111122223333444455556666777788889999' -AppId '99999999-8888-7777-6666-555555555555' -Organization 'contoso.onmicrosoft.com' -ShowBanner:$false

Get-EXOMailbox -ResultSize Unlimited -Properties ForwardingSmtpAddress |
    Where-Object { $_.ForwardingSmtpAddress } |
    Export-Csv -Path $out -NoTypeInformation

Disconnect-ExchangeOnline -Confirm:$false

$cred = Import-Clixml -Path 'C:\Reports\mail.xml'
Send-MgUserMail -UserId 'exchange-reports@contoso.com' -BodyParameter @{
    message = @{
        subject      = 'Forwarding'
        body         = @{ contentType = 'Text'; content = 'See the attached list.' }
        toRecipients = @(@{ emailAddress = @{ address = 'security@contoso.com' } })
        attachments  = @(@{
            '@odata.type' = '#microsoft.graph.fileAttachment'
            name          = Split-Path $out -Leaf
            contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $out)))
        })
    }
}
