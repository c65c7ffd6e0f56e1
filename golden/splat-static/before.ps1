# Disabled AD accounts of the last seven days
Import-Module ActiveDirectory

$since = (Get-Date).AddDays(-7)
$accounts = Get-ADUser -Filter { Enabled -eq $false -and whenChanged -ge $since } -Properties whenChanged |
    Select-Object Name, SamAccountName, whenChanged

$mail = @{
    From       = 'identity@contoso.com'
    To         = 'hr-systems@contoso.com', 'security@contoso.com'
    Subject    = "Disabled accounts since $($since.ToString('yyyy-MM-dd'))"
    Body       = $accounts | Format-Table | Out-String
    SmtpServer = 'smtp.office365.com'
    Port       = 587
    UseSsl     = $true
    Credential = Import-Clixml -Path 'D:\Jobs\identity.xml'
}
Send-MailMessage @mail
