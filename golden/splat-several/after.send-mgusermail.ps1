# Notice to the owner of each shared folder that nobody opened for a year.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$server = @{ SmtpServer = 'smtp.office365.com'; Port = 587; UseSsl = $true; Credential = (Get-Credential 'files@contoso.com') }

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Import-Csv -Path '.\stale-folders.csv' | ForEach-Object {
    Send-MgUserMail -UserId 'files@contoso.com' -BodyParameter @{
        message = @{
            subject      = "Folder $($_.Folder) is going to be archived"
            body         = @{
                contentType = 'Text'
                content     = "Nobody has opened $($_.Folder) since $($_.LastAccess). Answer this mail to keep it."
            }
            toRecipients = @($_.Owner | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
        }
    }
}
