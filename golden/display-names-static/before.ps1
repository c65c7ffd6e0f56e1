# Welcome mail to new colleagues, started by the HR workflow with the address as argument
param($Address = 'new.colleague@contoso.com')

$Welcome = Get-Content -Path "$PSScriptRoot\welcome.html" -Encoding UTF8 | Out-String
$HrCredential = Import-Clixml -Path "$PSScriptRoot\hr.xml"

Send-MailMessage -From 'Contoso Personalbüro <hr@contoso.com>' `
                 -To $Address `
                 -Cc 'Reception <reception@contoso.com>', '"Miller, Tom" <tom.miller@contoso.com>' `
                 -Bcc 'hr-archive@contoso.com' `
                 -Subject 'Welcome to Contoso' `
                 -Body $Welcome -BodyAsHtml -Encoding UTF8 `
                 -SmtpServer smtp.office365.com -Port 587 -UseSsl -Credential $HrCredential
