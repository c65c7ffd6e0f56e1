# Mail.psm1 has a Send-MailMessage of its own, which knows the server; the second call is the cmdlet all the same.
Import-Module "$PSScriptRoot\Mail.psm1"

$old = Get-ChildItem -Path 'D:\Drop' -File | Where-Object { $_.LastWriteTime -lt (Get-Date).AddDays(-7) }
Send-MailMessage -To 'operations@contoso.com' -Subject "Drop folder: $($old.Count) old files" -Body ($old.FullName -join "`n")

Microsoft.PowerShell.Utility\Send-MailMessage -From 'drop@contoso.com' -To 'audit@contoso.com' -Subject 'Drop folder' `
    -Body "$($old.Count) old files" -SmtpServer 'smtp.office365.com' -UseSsl
