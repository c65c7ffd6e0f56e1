# Disk state of the archive servers

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$disks = Get-PhysicalDisk | Where-Object { $_.HealthStatus -ne 'Healthy' }
$text = "Disks with a warning: $(@($disks).Count)"
$cred = Import-Clixml -Path 'C:\Disks\mail.xml'
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Send-MgUserMail -UserId 'disks@contoso.com' -BodyParameter @{
    message = @{
        subject      = 'Disk state'
        body         = @{ contentType = 'Text'; content = $text }
        toRecipients = @(@{ emailAddress = @{ address = 'storage@contoso.com' } })
    }
}
