# Kennwortablauf: erinnert Benutzer 14, 7, 3 und 1 Tag vorher.
# Läuft täglich um 05:00 Uhr auf DC02.
Import-Module ActiveDirectory

$Anmeldung = Import-Clixml -Path 'C:\Aufgaben\kennwort.xml'
$Tage = 14, 7, 3, 1
$Benutzer = Get-ADUser -Filter 'Enabled -eq $true' -Properties mail, GivenName, 'msDS-UserPasswordExpiryTimeComputed'

foreach ($b in $Benutzer)
{
    $Ablauf = [datetime]::FromFileTime($b.'msDS-UserPasswordExpiryTimeComputed')
    $Rest = ($Ablauf - (Get-Date)).Days

    if ($Tage -contains $Rest)
    {
        $Text = "Guten Tag $($b.GivenName),`r`n`r`nIhr Kennwort läuft in $Rest Tagen ab. Bitte ändern Sie es rechtzeitig.`r`n`r`nGrüße aus der IT"
        Send-MailMessage -To $b.mail -From 'it-service@contoso.de' -Subject 'Ihr Kennwort läuft ab' -Body $Text -Encoding ([System.Text.Encoding]::UTF8) -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $Anmeldung
    }
}
