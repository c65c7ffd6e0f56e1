# Payment reminders. The accountants keep the texts and the mail settings in dunning.json.
$settings = Get-Content -Path "$PSScriptRoot\dunning.json" -Raw | ConvertFrom-Json
$overdue = Import-Csv -Path $settings.List -Delimiter ';'

foreach ($invoice in $overdue) {
    $mail = @{}
    foreach ($setting in $settings.Mail.PSObject.Properties) {
        $mail[$setting.Name] = $setting.Value
    }
    $mail.To = $invoice.Mail
    $mail.Subject = $settings.Subject -f $invoice.Number
    $mail.Body = $settings.Text -f $invoice.Number, $invoice.Amount, $invoice.Due
    Send-MailMessage @mail
}
