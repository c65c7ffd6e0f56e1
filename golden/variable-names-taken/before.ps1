# Mail drafts of the newsletter team: the names in this script are the ones that a migration would like to use.
$message = Get-Content -Path 'N:\Letters\current.html' | Out-String
$draft = 'N:\Letters\draft.docx'
$params = @{ Path = 'N:\Letters'; Filter = '*.docx' }
$attachment = (Get-ChildItem @params | Select-Object -First 1).FullName
$token = Get-Content -Path 'N:\Letters\issue.txt' | Out-String
$body = "Issue: $token"
$headers = 'Newsletter', 'Draft'

Send-MailMessage -To 'editors@contoso.com' -From 'newsletter@contoso.com' -Subject ($headers -join ' ') -Body "$body$message" -BodyAsHtml -Attachments $draft, $attachment -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential (Import-Clixml -Path 'N:\Letters\mail.xml')
Write-Output "Sent $draft and $attachment ($($message.Length) characters)."
