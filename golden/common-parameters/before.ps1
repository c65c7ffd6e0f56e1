# Rights review, with everything that our logging convention asks for
[CmdletBinding(SupportsShouldProcess = $true)]
param ([switch]$Quiet)

$cred = Import-Clixml -Path 'C:\Rights\mail.xml'
$review = Get-Acl -Path 'D:\Departments' | Select-Object -ExpandProperty Access | Format-Table | Out-String

if ($PSCmdlet.ShouldProcess('rights@contoso.com', 'Send the review')) {
    Send-MailMessage -To 'rights@contoso.com' -From 'rights@contoso.com' -Subject 'Rights review' -Body "Review:`n$review" -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred -Verbose:(!$Quiet) -WarningAction SilentlyContinue -WarningVariable mailWarnings -OutVariable mailOutput
}
