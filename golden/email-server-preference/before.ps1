# Sends the shift plan to the plant.
$PSEmailServer = 'smtp.office365.com'

$plan = "S:\Plant\Shiftplan_$(Get-Date -UFormat %V).pdf"
$plantCredential = Get-Credential -Credential 'plant@contoso.com'

Send-MailMessage -To 'shiftleads@contoso.com' -From 'plant@contoso.com' -Subject 'Shift plan' -Body 'The new shift plan is attached.' -Attachments $plan -UseSsl -Port 587 -Credential $plantCredential
