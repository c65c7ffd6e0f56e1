# Runs checks; each failed check calls the notifier.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Checks\mail.xml'

$notify = {
    param ($Check, $Detail)
    if (-not (Get-MgContext)) { Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome }
    Send-MgUserMail -UserId 'checks@contoso.com' -BodyParameter @{
        message = @{
            subject      = "Check failed: $Check"
            body         = @{ contentType = 'Text'; content = "Detail: $Detail" }
            toRecipients = @(@{ emailAddress = @{ address = 'ops@contoso.com' } })
        }
    }
}

$checks = @{
    'DNS'  = { Resolve-DnsName -Name 'contoso.com' -ErrorAction SilentlyContinue }
    'Time' = { Get-Service -Name 'W32Time' }
}

foreach ($check in $checks.Keys) {
    $outcome = & $checks[$check]
    if (-not $outcome) {
        & $notify $check 'no answer'
    }
}
