# Cost alarm: mails when a resource group costs more than its budget.
Import-Module Az.Accounts, Az.Billing
Connect-AzAccount -Identity | Out-Null

$usage = Get-AzConsumptionUsageDetail -StartDate (Get-Date).AddDays(-7) -EndDate (Get-Date)
$cost = ($usage | Measure-Object -Property PretaxCost -Sum).Sum

if ($cost -gt 500) {
    $cred = Get-AzKeyVaultSecret -VaultName 'ops' -Name 'mail' -AsPlainText | ConvertFrom-Json
    Send-MailMessage -To 'cloud@contoso.com' -From 'costs@contoso.com' -Subject 'Azure costs' -Body "Last week: $cost" -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred
}
