# Lists guest accounts without a sign-in for half a year. Started by hand by the identity team.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Connect-MgGraph -Scopes 'User.Read.All', 'AuditLog.Read.All', 'Mail.Send'

$limit = (Get-Date).AddDays(-180)
$guests = Get-MgUser -Filter "userType eq 'Guest'" -Property DisplayName, Mail, SignInActivity -All
$text = "Guests: $($guests.Count), limit $($limit.ToString('d'))"

$cred = Get-Credential -Message 'Your mail account'
Send-MgUserMail -UserId 'guests@contoso.com' -BodyParameter @{
    message = @{
        subject      = 'Guests without sign-in'
        body         = @{ contentType = 'Text'; content = $text }
        toRecipients = @(@{ emailAddress = @{ address = 'identity@contoso.com' } })
    }
}
