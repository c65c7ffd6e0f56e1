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
    $graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
        client_id     = '11111111-2222-3333-4444-555555555555'
        client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
        grant_type    = 'client_credentials'
        scope         = 'https://graph.microsoft.com/.default'
    }).access_token
    $null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString(([mailaddress]$sender).Address))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = $Subject
            body         = @{ contentType = $(if ($BodyAsHtml) { 'HTML' } else { 'Text' }); content = $Body }
            from         = [mailaddress]$sender | ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } }
            toRecipients = @($To | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
        }
    } | ConvertTo-Json -Depth 6)
}

$BranchCredential = Import-Clixml -Path "$PSScriptRoot\branch.xml"

Send-MailMessage -To 'branches@contoso.com' -Subject 'Router restarted' -Body 'The router was restarted at 03:00.'
