# Asks the manager of each external whether the account is still needed.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$externals = Get-ADUser -Filter 'employeeType -eq "external"' -Properties manager, accountExpirationDate
$cred = Import-Clixml -Path 'C:\Externals\mail.xml'
$sender = "Identity Team <identity@contoso.com>"

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
foreach ($external in $externals) {
    $manager = Get-ADUser -Identity $external.manager -Properties mail, displayName
    $question = "The account of $($external.Name) ends on $($external.accountExpirationDate). Is it still needed?"
    $null = Invoke-RestMethod -Method Post -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString(([mailaddress]$sender).Address))/sendMail" -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = "External account: $($external.Name)"
            body         = @{ contentType = 'Text'; content = $question }
            from         = [mailaddress]$sender | ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } }
            toRecipients = @([mailaddress]"$($manager.displayName) <$($manager.mail)>" |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
        }
    } | ConvertTo-Json -Depth 6)
}
