# Reminder for the room displays; plain text because the displays strip tags anyway.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$rooms = Import-Csv -Path 'C:\RoomDisplays\rooms.csv'
$cred = Import-Clixml -Path 'C:\RoomDisplays\cred.xml'

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
foreach ($room in $rooms) {
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/roomdisplays@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = 'Display will restart'
            body         = @{ contentType = 'Text'; content = "The display in $($room.Name) restarts at 22:00." }
            toRecipients = @($room.Mail | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
        }
    } | ConvertTo-Json -Depth 6)
}
