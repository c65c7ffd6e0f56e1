Set-StrictMode -Version Latest
$ErrorActionPreference = [System.Management.Automation.ActionPreference]::Stop

# Compares the number of users in the HR system with Active Directory.
$hr = @(Import-Csv -Path '\\hr01\export$\persons.csv')
$ad = @(Get-ADUser -Filter *)

if ($hr.Count -ne $ad.Count) {
    $note = "HR: $($hr.Count), Active Directory: $($ad.Count)"
    Send-MailMessage -To 'identity@contoso.com' -Cc 'hr@contoso.com' -From 'identity@contoso.com' -Subject 'User counts differ' -Body $note -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential (Import-Clixml -Path 'C:\HR\mail.xml')
}
