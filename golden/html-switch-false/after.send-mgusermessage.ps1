# Reminder for the room displays; plain text because the displays strip tags anyway.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$rooms = Import-Csv -Path 'C:\RoomDisplays\rooms.csv'
$cred = Import-Clixml -Path 'C:\RoomDisplays\cred.xml'

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
foreach ($room in $rooms) {
    if ($draft = New-MgUserMessage -UserId 'roomdisplays@contoso.com' -BodyParameter @{
        subject      = 'Display will restart'
        body         = @{ contentType = 'Text'; content = "The display in $($room.Name) restarts at 22:00." }
        toRecipients = @($room.Mail | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
            ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
    }) {
        Send-MgUserMessage -UserId 'roomdisplays@contoso.com' -MessageId $draft.Id
    }
}
