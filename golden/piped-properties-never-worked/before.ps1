# Invitation mails; the columns of the list are named like the parameters.
Import-Csv -Path '.\invitations.csv' |
    Send-MailMessage -From 'events@contoso.com' -Subject 'Invitation' -Body 'You are invited.' -SmtpServer 'smtp.office365.com' -UseSsl
