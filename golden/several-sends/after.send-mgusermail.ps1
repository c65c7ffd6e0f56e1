# Quarterly access review: one mail to each data owner, one with the summary, one to the archive.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$MailCred = Import-Clixml -Path 'C:\Review\mail.xml'
$Owners = Import-Csv -Path 'C:\Review\owners.csv'
$From = 'access-review@contoso.com'
$Smtp = 'smtp.office365.com'

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$Owners | ForEach-Object {
    Send-MgUserMail -UserId $From -BodyParameter @{
        message = @{
            subject      = "Review of $($_.Share)"
            body         = @{ contentType = 'Text'; content = "Please review who has access to $($_.Share)." }
            toRecipients = @($_.Mail | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
        }
    }
}

$Summary = "$($Owners.Count) owners were asked."
Send-MgUserMail -UserId $From -BodyParameter @{
    message = @{
        subject      = 'Access review started'
        body         = @{ contentType = 'Text'; content = $Summary }
        toRecipients = @(@{ emailAddress = @{ address = 'auditors@contoso.com' } })
    }
}
Send-MgUserMail -UserId $From -BodyParameter @{
    message = @{
        subject      = 'Access review started'
        body         = @{ contentType = 'Text'; content = $Summary }
        toRecipients = @(@{ emailAddress = @{ address = 'archive@contoso.com' } })
        attachments  = @(@{
            '@odata.type' = '#microsoft.graph.fileAttachment'
            name          = 'owners.csv'
            contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path 'C:\Review\owners.csv')))
        })
    }
}
