<#
    Backup result mail
    Called by the post-job command of the nightly backup: BackupMail.ps1 -Status Success
#>
param (
    [string]$Status = 'Success',
    [string]$LogFile = 'E:\Backup\Logs\nightly.log'
)

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Get-Credential -UserName 'backup@contoso.com' -Message 'Mailbox of the backup job'
$log  = Get-Content -Path $LogFile -Raw

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
if ($draft = New-MgUserMessage -UserId 'backup@contoso.com' -BodyParameter @{
    subject      = "Nightly backup on ${env:COMPUTERNAME}: $Status"
    importance   = 'high'
    body         = @{ contentType = 'Text'; content = "$log" }
    toRecipients = @(@{ emailAddress = @{ address = 'it-operations@contoso.com' } })
    ccRecipients = @(@{ emailAddress = @{ address = 'helpdesk@contoso.com' } })
}) {
    Send-MgUserMessage -UserId 'backup@contoso.com' -MessageId $draft.Id
}

Write-Host "Mail about $Status sent."
