# Sends in the name of the service desk; the account that signs in is the automation user.
$secure = Get-Content -Path 'C:\Automation\password.txt' | ConvertTo-SecureString
$cred = New-Object -TypeName System.Management.Automation.PSCredential -ArgumentList 'svc-automation@contoso.com', $secure

$open = (Get-Content -Path 'C:\Automation\open-calls.txt').Count
Send-MailMessage -To 'team-leads@contoso.com' -From 'servicedesk@contoso.com' -Subject 'Open calls' -Body "$open calls are open." -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
