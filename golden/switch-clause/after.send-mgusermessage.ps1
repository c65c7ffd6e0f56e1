# Sends the result of the virus scan to whom it concerns.
param ([int]$ExitCode = 2)

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Scan\mail.xml'
$from = 'virusscan@contoso.com'
$smtp = 'smtp.office365.com'

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
switch ($ExitCode) {
    0 { Write-Output 'Nothing found.' }
    1 {
        if ($draft = New-MgUserMessage -UserId $from -BodyParameter @{
            subject      = 'Scan: cleaned'
            body         = @{ contentType = 'Text'; content = "Cleaned on $env:COMPUTERNAME" }
            toRecipients = @(@{ emailAddress = @{ address = 'desktop@contoso.com' } })
        }) {
            Send-MgUserMessage -UserId $from -MessageId $draft.Id
        }
    }
    2 {
        if ($draft = New-MgUserMessage -UserId $from -BodyParameter @{
            subject      = 'Scan: NOT cleaned'
            importance   = 'high'
            body         = @{ contentType = 'Text'; content = "Take $env:COMPUTERNAME off the network." }
            toRecipients = @(@{ emailAddress = @{ address = 'security@contoso.com' } })
            ccRecipients = @(@{ emailAddress = @{ address = 'desktop@contoso.com' } })
        }) {
            Send-MgUserMessage -UserId $from -MessageId $draft.Id
        }
    }
    default {
        if ($draft = New-MgUserMessage -UserId $from -BodyParameter @{
            subject      = "Scan: code $ExitCode"
            body         = @{ contentType = 'Text'; content = "Unknown code on $env:COMPUTERNAME" }
            toRecipients = @(@{ emailAddress = @{ address = 'desktop@contoso.com' } })
        }) {
            Send-MgUserMessage -UserId $from -MessageId $draft.Id
        }
    }
}
