# Mails the size of the public folders.
[Net.ServicePointManager]::SecurityProtocol = 3072
$sizes = Get-Content -Path 'X:\PublicFolders\sizes.txt' | Out-String
Send-MailMessage -To 'messaging@contoso.com' -From 'publicfolders@contoso.com' -Subject 'Public folders' -Body $sizes -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential (Import-Clixml -Path 'X:\PublicFolders\mail.xml')
