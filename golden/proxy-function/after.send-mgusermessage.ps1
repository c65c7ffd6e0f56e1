# Mail functions of the branch office scripts; dot-source this file.
# Adds the sender and the server, everything else goes through as it comes.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

function Send-MailMessage {
    param (
        [string[]]$To,
        [string]$Subject,
        [string]$Body,
        [switch]$BodyAsHtml
    )

    $sender = "$env:COMPUTERNAME@branch.contoso.com"
    if (-not (Get-MgContext)) { Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome }
    if ($draft = New-MgUserMessage -UserId ([mailaddress]$sender).Address -BodyParameter @{
        subject      = $Subject
        body         = @{ contentType = $(if ($BodyAsHtml) { 'HTML' } else { 'Text' }); content = $Body }
        from         = [mailaddress]$sender | ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } }
        toRecipients = @($To | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
            ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
    }) {
        Send-MgUserMessage -UserId ([mailaddress]$sender).Address -MessageId $draft.Id
    }
}

$BranchCredential = Import-Clixml -Path "$PSScriptRoot\branch.xml"

Send-MailMessage -To 'branches@contoso.com' -Subject 'Router restarted' -Body 'The router was restarted at 03:00.'
