# Cost alarm: mails when a resource group costs more than its budget.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Import-Module Az.Accounts, Az.Billing
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Connect-AzAccount -Identity | Out-Null

$usage = Get-AzConsumptionUsageDetail -StartDate (Get-Date).AddDays(-7) -EndDate (Get-Date)
$cost = ($usage | Measure-Object -Property PretaxCost -Sum).Sum

if ($cost -gt 500) {
    $cred = Get-AzKeyVaultSecret -VaultName 'ops' -Name 'mail' -AsPlainText | ConvertFrom-Json
    $null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/costs@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = 'Azure costs'
            body         = @{ contentType = 'Text'; content = "Last week: $cost" }
            toRecipients = @(@{ emailAddress = @{ address = 'cloud@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6)
}
