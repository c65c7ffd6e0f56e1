# Copies the price lists to the shops. Mails when a shop can't be reached, and at the end in any case.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Prices\mail.xml'
$mail = @{ From = 'prices@contoso.com'; SmtpServer = 'smtp.office365.com'; Port = 587; UseSsl = $true; Credential = $cred }
$shops = '\\shop1\prices$', '\\shop2\prices$'

try { Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome } catch { Write-Error -ErrorRecord $_ }
try {
    foreach ($shop in $shops) {
        Copy-Item -Path 'C:\Prices\*.csv' -Destination $shop -ErrorAction Stop
    }
}
catch {
    if ($draft = New-MgUserMessage -UserId $mail.From -BodyParameter @{
        subject      = 'Prices were NOT copied'
        importance   = 'high'
        body         = @{ contentType = 'Text'; content = "Error: $($_.Exception.Message)" }
        toRecipients = @(@{ emailAddress = @{ address = 'shops@contoso.com' } })
    }) {
        Send-MgUserMessage -UserId $mail.From -MessageId $draft.Id
    }
}
finally {
    if ($draft = New-MgUserMessage -UserId $mail.From -BodyParameter @{
        subject      = 'Price run ended'
        body         = @{ contentType = 'Text'; content = "Ended at $(Get-Date)." }
        toRecipients = @(@{ emailAddress = @{ address = 'prices@contoso.com' } })
    }) {
        Send-MgUserMessage -UserId $mail.From -MessageId $draft.Id
    }
}
