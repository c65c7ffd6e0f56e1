# Starts the long archive run in the background, which mails when it is done.
$cred = Import-Clixml -Path 'C:\Archive\mail.xml'
$source = 'D:\Mailarchive'

Start-Job -Name 'archive' -ScriptBlock {
    param ($From)
    [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

    $count = (Get-ChildItem -Path $using:source -Recurse).Count
    Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
    if ($draft = New-MgUserMessage -UserId ([mailaddress]$From).Address -BodyParameter @{
        subject      = 'Archive run'
        body         = @{ contentType = 'Text'; content = "$count files were archived." }
        from         = [mailaddress]$From | ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } }
        toRecipients = @(@{ emailAddress = @{ address = 'archive@contoso.com' } })
    }) {
        Send-MgUserMessage -UserId ([mailaddress]$From).Address -MessageId $draft.Id
    }
} -ArgumentList 'archive-job@contoso.com' | Wait-Job | Receive-Job
