<#
    Runbook: Stop-DevMachines
    Schedule: daily 19:00, time zone of Berlin
#>
param (
    [object]$WebhookData
)

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$mailCredential = Get-AutomationPSCredential -Name 'SmtpDev'
$recipients = Get-AutomationVariable -Name 'DevOwners'

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Connect-AzAccount -Identity
$machines = Get-AzVM -Status | Where-Object { $_.Tags['environment'] -eq 'dev' }

foreach ($machine in $machines) {
    Stop-AzVM -ResourceGroupName $machine.ResourceGroupName -Name $machine.Name -Force
}

Write-Output "Stopped $($machines.Count) machines."
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/automation@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Development machines were stopped'
        body         = @{ contentType = 'Text'; content = "Machines: $($machines.Count)" }
        toRecipients = @($recipients | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
            ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
    }
} | ConvertTo-Json -Depth 6)
