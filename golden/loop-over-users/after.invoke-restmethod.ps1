# Kennwortablauf: erinnert Benutzer 14, 7, 3 und 1 Tag vorher.
# Läuft täglich um 05:00 Uhr auf DC02.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Import-Module ActiveDirectory

$Anmeldung = Import-Clixml -Path 'C:\Aufgaben\kennwort.xml'
$Tage = 14, 7, 3, 1
$Benutzer = Get-ADUser -Filter 'Enabled -eq $true' -Properties mail, GivenName, 'msDS-UserPasswordExpiryTimeComputed'

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
foreach ($b in $Benutzer)
{
    $Ablauf = [datetime]::FromFileTime($b.'msDS-UserPasswordExpiryTimeComputed')
    $Rest = ($Ablauf - (Get-Date)).Days

    if ($Tage -contains $Rest)
    {
        $Text = "Guten Tag $($b.GivenName),`r`n`r`nIhr Kennwort läuft in $Rest Tagen ab. Bitte ändern Sie es rechtzeitig.`r`n`r`nGrüße aus der IT"
        $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/it-service@contoso.de/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
            message = @{
                subject      = 'Ihr Kennwort läuft ab'
                body         = @{ contentType = 'Text'; content = $Text }
                toRecipients = @($b.mail | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                    ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
            }
        } | ConvertTo-Json -Depth 6)
    }
}
