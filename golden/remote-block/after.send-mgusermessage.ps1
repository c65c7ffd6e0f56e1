# Restarts the application pool on each web server; the server itself reports.
$credential = Import-Clixml -Path 'C:\Web\mail.xml'

Invoke-Command -ComputerName 'WEB01', 'WEB02' -ScriptBlock {
    [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
    Import-Module WebAdministration
    Restart-WebAppPool -Name 'Shop'
    $state = (Get-WebAppPoolState -Name 'Shop').Value
    Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
    if ($draft = New-MgUserMessage -UserId 'web@contoso.com' -BodyParameter @{
        subject      = "Pool on $env:COMPUTERNAME"
        body         = @{ contentType = 'Text'; content = "State: $state" }
        toRecipients = @(@{ emailAddress = @{ address = 'web@contoso.com' } })
    }) {
        Send-MgUserMessage -UserId 'web@contoso.com' -MessageId $draft.Id
    }
}
