# Reminder for the room displays; plain text because the displays strip tags anyway.
$rooms = Import-Csv -Path 'C:\RoomDisplays\rooms.csv'
$cred = Import-Clixml -Path 'C:\RoomDisplays\cred.xml'

foreach ($room in $rooms) {
    Send-MailMessage -To $room.Mail -From 'roomdisplays@contoso.com' -Subject 'Display will restart' -Body "The display in $($room.Name) restarts at 22:00." -BodyAsHtml:$false -SmtpServer smtp.office365.com -UseSsl -Port 587 -Credential $cred
}
