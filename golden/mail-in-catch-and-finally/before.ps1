# Copies the price lists to the shops. Mails when a shop can't be reached, and at the end in any case.
$cred = Import-Clixml -Path 'C:\Prices\mail.xml'
$mail = @{ From = 'prices@contoso.com'; SmtpServer = 'smtp.office365.com'; Port = 587; UseSsl = $true; Credential = $cred }
$shops = '\\shop1\prices$', '\\shop2\prices$'

try {
    foreach ($shop in $shops) {
        Copy-Item -Path 'C:\Prices\*.csv' -Destination $shop -ErrorAction Stop
    }
}
catch {
    Send-MailMessage @mail -To 'shops@contoso.com' -Subject 'Prices were NOT copied' -Body "Error: $($_.Exception.Message)" -Priority High
}
finally {
    Send-MailMessage @mail -To 'prices@contoso.com' -Subject 'Price run ended' -Body "Ended at $(Get-Date)."
}
