# Asks the manager of each external whether the account is still needed.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$externals = Get-ADUser -Filter 'employeeType -eq "external"' -Properties manager, accountExpirationDate
$cred = Import-Clixml -Path 'C:\Externals\mail.xml'
$sender = "Identity Team <identity@contoso.com>"

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
foreach ($external in $externals) {
    $manager = Get-ADUser -Identity $external.manager -Properties mail, displayName
    $question = "The account of $($external.Name) ends on $($external.accountExpirationDate). Is it still needed?"
    Send-MgUserMail -UserId ([mailaddress]$sender).Address -BodyParameter @{
        message = @{
            subject      = "External account: $($external.Name)"
            body         = @{ contentType = 'Text'; content = $question }
            from         = [mailaddress]$sender | ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } }
            toRecipients = @([mailaddress]"$($manager.displayName) <$($manager.mail)>" |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
        }
    }
}
