<#
    Runbook: Stop-DevMachines
    Schedule: daily 19:00, time zone of Berlin
#>
param (
    [object]$WebhookData
)

$mailCredential = Get-AutomationPSCredential -Name 'SmtpDev'
$recipients = Get-AutomationVariable -Name 'DevOwners'

Connect-AzAccount -Identity
$machines = Get-AzVM -Status | Where-Object { $_.Tags['environment'] -eq 'dev' }

foreach ($machine in $machines) {
    Stop-AzVM -ResourceGroupName $machine.ResourceGroupName -Name $machine.Name -Force
}

Write-Output "Stopped $($machines.Count) machines."
Send-MailMessage -To $recipients -From 'automation@contoso.com' -Subject 'Development machines were stopped' -Body "Machines: $($machines.Count)" -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $mailCredential
