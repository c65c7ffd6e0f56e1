# Tells the owner of each list that it has no members left.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Lists\mail.xml'
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Get-ADGroup -Filter 'groupCategory -eq "Distribution"' -Properties mail, managedBy, members |
    Where-Object { $_.members } |
    ForEach-Object {
        $owner = Get-ADUser -Identity $_.managedBy -Properties mail
        $null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/lists@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
            message = @{
                subject      = "Your list $($_.Name)"
                body         = @{ contentType = 'Text'; content = "Please check the members of $($_.mail)." }
                toRecipients = @($owner.mail | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                    ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
            }
        } | ConvertTo-Json -Depth 6)
    }
