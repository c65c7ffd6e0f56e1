# Mails the DHCP scope usage. Everything about the mail is in settings.psd1, so that every site can have its own.
$settings = Import-PowerShellDataFile -Path "$PSScriptRoot\settings.psd1"
$mail = $settings.Mail

$scopes = Get-DhcpServerv4ScopeStatistics | Where-Object PercentageInUse -gt 90
if ($scopes) {
    $mail.Subject = "DHCP: $(@($scopes).Count) scopes are nearly full"
    $mail.Body = $scopes | Format-Table ScopeId, InUse, Free, PercentageInUse | Out-String
    Send-MailMessage @mail
}
