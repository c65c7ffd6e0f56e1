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

Connect-AzAccount -Identity
$machines = Get-AzVM -Status | Where-Object { $_.Tags['environment'] -eq 'dev' }

foreach ($machine in $machines) {
    Stop-AzVM -ResourceGroupName $machine.ResourceGroupName -Name $machine.Name -Force
}

Write-Output "Stopped $($machines.Count) machines."
$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/automation@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Development machines were stopped'
        body         = @{ contentType = 'Text'; content = "Machines: $($machines.Count)" }
        toRecipients = @($recipients | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
            ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
    }
} | ConvertTo-Json -Depth 6)
