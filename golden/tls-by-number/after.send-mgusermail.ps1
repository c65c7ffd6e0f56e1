# Mails the size of the public folders.
[Net.ServicePointManager]::SecurityProtocol = 3072
$sizes = Get-Content -Path 'X:\PublicFolders\sizes.txt' | Out-String
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Send-MgUserMail -UserId 'publicfolders@contoso.com' -BodyParameter @{
    message = @{
        subject      = 'Public folders'
        body         = @{ contentType = 'Text'; content = $sizes }
        toRecipients = @(@{ emailAddress = @{ address = 'messaging@contoso.com' } })
    }
}
