# Nightly database checks

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Import-Module Microsoft.PowerShell.SecretManagement
$dbaCredential = Get-Secret -Name 'smtp-dba' -Vault 'Operations'

$databases = Invoke-Sqlcmd -ServerInstance 'SQL01' -Query 'SELECT name, state_desc FROM sys.databases'
$offline = @($databases | Where-Object { $_.state_desc -ne 'ONLINE' })

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
if ($draft = New-MgUserMessage -UserId 'sql01@contoso.com' -BodyParameter @{
    subject      = "$($offline.Count) databases are not online"
    body         = @{ contentType = 'Text'; content = ($databases | Format-Table | Out-String) }
    toRecipients = @(@{ emailAddress = @{ address = 'dba@contoso.com' } })
}) {
    Send-MgUserMessage -UserId 'sql01@contoso.com' -MessageId $draft.Id
}
