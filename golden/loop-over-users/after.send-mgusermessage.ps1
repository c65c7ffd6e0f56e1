# Kennwortablauf: erinnert Benutzer 14, 7, 3 und 1 Tag vorher.
# Läuft täglich um 05:00 Uhr auf DC02.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Import-Module ActiveDirectory

$Anmeldung = Import-Clixml -Path 'C:\Aufgaben\kennwort.xml'
$Tage = 14, 7, 3, 1
$Benutzer = Get-ADUser -Filter 'Enabled -eq $true' -Properties mail, GivenName, 'msDS-UserPasswordExpiryTimeComputed'

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
foreach ($b in $Benutzer)
{
    $Ablauf = [datetime]::FromFileTime($b.'msDS-UserPasswordExpiryTimeComputed')
    $Rest = ($Ablauf - (Get-Date)).Days

    if ($Tage -contains $Rest)
    {
        $Text = "Guten Tag $($b.GivenName),`r`n`r`nIhr Kennwort läuft in $Rest Tagen ab. Bitte ändern Sie es rechtzeitig.`r`n`r`nGrüße aus der IT"
        if ($draft = New-MgUserMessage -UserId 'it-service@contoso.de' -BodyParameter @{
            subject      = 'Ihr Kennwort läuft ab'
            body         = @{ contentType = 'Text'; content = $Text }
            toRecipients = @($b.mail | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
        }) {
            Send-MgUserMessage -UserId 'it-service@contoso.de' -MessageId $draft.Id
        }
    }
}
