# Incident mail. Start it with -Cc if somebody else should know.
param (
    [string]$Title = 'Line 4 is down',
    [string]$Cc
)

$cred = Import-Clixml -Path '.\incident.xml'
Send-MailMessage -To 'incident@contoso.com' -Cc $Cc -From 'scada@contoso.com' -Subject $Title -Body "Reported at $(Get-Date -Format s)." -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
