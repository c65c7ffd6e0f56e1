<#
.SYNOPSIS
    Reminds users that their password expires.
.DESCRIPTION
    Runs every morning as a scheduled task on MGMT01 under CONTOSO\svc-reminder.
#>
[CmdletBinding()]
param (
    [int[]]$DaysBefore = @(14, 7, 2, 1)
)

Import-Module ActiveDirectory

$smtpServer = 'smtp.office365.com'
$sender = 'IT Service Desk <servicedesk@contoso.com>'
$credential = Import-Clixml -Path "$PSScriptRoot\servicedesk.xml"
$reminded = @()

$users = Get-ADUser -Filter 'Enabled -eq $true -and PasswordNeverExpires -eq $false' -Properties mail, 'msDS-UserPasswordExpiryTimeComputed'

foreach ($user in $users) {
    $expires = [datetime]::FromFileTime($user.'msDS-UserPasswordExpiryTimeComputed')
    $days = (New-TimeSpan -Start (Get-Date) -End $expires).Days
    if ($days -notin $DaysBefore) { continue }

    $body = @"
Hello $($user.GivenName),

your Windows password expires on $($expires.ToLongDateString()), in $days days.
Press Ctrl+Alt+Del and choose "Change a password".

Your service desk
"@

    Send-MailMessage -To $user.mail -From $sender -Subject "Your password expires in $days days" -Body $body `
        -SmtpServer $smtpServer -Port 587 -UseSsl -Credential $credential -Encoding UTF8
    $reminded += $user.SamAccountName
}

Send-MailMessage -To 'servicedesk@contoso.com' -From $sender -Subject "$($reminded.Count) users reminded" -Body "Reminded: $($reminded -join ', ')" -SmtpServer $smtpServer -Port 587 -UseSsl -Credential $credential
