# Checks scripts of the share for mail commands and writes a list.
# Send-MailMessage -To 'nobody@contoso.com' -Subject 'old' -SmtpServer smtp.office365.com
$pattern = 'Send-MailMessage'
$help = @"
Send-MailMessage -To a@contoso.com -From b@contoso.com -SmtpServer smtp.office365.com
is the line to look for.
"@

if (Get-Command -Name Send-MailMessage -ErrorAction SilentlyContinue) {
    Write-Verbose "Send-MailMessage is there: $help"
}

Get-ChildItem -Path '\\files\scripts$' -Filter *.ps1 -Recurse |
    Select-String -Pattern $pattern -SimpleMatch |
    Export-Csv -Path .\mail-scripts.csv -NoTypeInformation

Describe 'Notify' {
    It 'sends one mail' {
        Mock Send-MailMessage { }
        Should -Invoke Send-MailMessage -Times 1
    }
}
