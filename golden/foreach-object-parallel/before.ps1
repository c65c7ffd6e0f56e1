# PowerShell 7: pings the branches at the same time, each with its own mail
$cred = Import-Clixml -Path "$HOME/branches.xml"
$branches = Import-Csv -Path "$HOME/branches.csv"

$branches | ForEach-Object -Parallel {
    $branch = $_
    Send-MailMessage -To $branch.Mail -From 'network@contoso.com' -Subject "Line test of $($branch.City)" -Body "Your line is tested now." -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $using:cred
} -ThrottleLimit 4
