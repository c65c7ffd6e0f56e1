# Copies the price lists to the shops. Mails when a shop can't be reached, and at the end in any case.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Prices\mail.xml'
$mail = @{ From = 'prices@contoso.com'; SmtpServer = 'smtp.office365.com'; Port = 587; UseSsl = $true; Credential = $cred }
$shops = '\\shop1\prices$', '\\shop2\prices$'

try {
    $graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
        client_id     = '11111111-2222-3333-4444-555555555555'
        client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
        grant_type    = 'client_credentials'
        scope         = 'https://graph.microsoft.com/.default'
    }).access_token
} catch { Write-Error -ErrorRecord $_ }
try {
    foreach ($shop in $shops) {
        Copy-Item -Path 'C:\Prices\*.csv' -Destination $shop -ErrorAction Stop
    }
}
catch {
    if ($graphMessage = @{
        message = @{
            subject      = 'Prices were NOT copied'
            importance   = 'high'
            body         = @{ contentType = 'Text'; content = "Error: $($_.Exception.Message)" }
            toRecipients = @(@{ emailAddress = @{ address = 'shops@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6) {
        try {
            $null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString($mail.From))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body $graphMessage
        } catch { Write-Error -ErrorRecord $_ }
    }
}
finally {
    if ($graphMessage = @{
        message = @{
            subject      = 'Price run ended'
            body         = @{ contentType = 'Text'; content = "Ended at $(Get-Date)." }
            toRecipients = @(@{ emailAddress = @{ address = 'prices@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6) {
        try {
            $null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString($mail.From))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body $graphMessage
        } catch { Write-Error -ErrorRecord $_ }
    }
}
