# Mail.psm1 has a Send-MailMessage of its own, which knows the server; the second call is the cmdlet all the same.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Import-Module "$PSScriptRoot\Mail.psm1"

$old = Get-ChildItem -Path 'D:\Drop' -File | Where-Object { $_.LastWriteTime -lt (Get-Date).AddDays(-7) }
Send-MailMessage -To 'operations@contoso.com' -Subject "Drop folder: $($old.Count) old files" -Body ($old.FullName -join "`n")

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Send-MgUserMail -UserId 'drop@contoso.com' -BodyParameter @{
    message = @{
        subject      = 'Drop folder'
        body         = @{ contentType = 'Text'; content = "$($old.Count) old files" }
        toRecipients = @(@{ emailAddress = @{ address = 'audit@contoso.com' } })
    }
}
