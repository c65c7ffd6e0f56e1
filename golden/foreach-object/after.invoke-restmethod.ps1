# Tells the owner of each list that it has no members left.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'C:\Lists\mail.xml'
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
Get-ADGroup -Filter 'groupCategory -eq "Distribution"' -Properties mail, managedBy, members |
    Where-Object { $_.members } |
    ForEach-Object {
        $owner = Get-ADUser -Identity $_.managedBy -Properties mail
        $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/lists@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
            message = @{
                subject      = "Your list $($_.Name)"
                body         = @{ contentType = 'Text'; content = "Please check the members of $($_.mail)." }
                toRecipients = @($owner.mail | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                    ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
            }
        } | ConvertTo-Json -Depth 6)
    }
