# Cost alarm: mails when a resource group costs more than its budget.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Import-Module Az.Accounts, Az.Billing
Connect-AzAccount -Identity | Out-Null

$usage = Get-AzConsumptionUsageDetail -StartDate (Get-Date).AddDays(-7) -EndDate (Get-Date)
$cost = ($usage | Measure-Object -Property PretaxCost -Sum).Sum

if ($cost -gt 500) {
    $cred = Get-AzKeyVaultSecret -VaultName 'ops' -Name 'mail' -AsPlainText | ConvertFrom-Json
    $graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
        client_id     = '11111111-2222-3333-4444-555555555555'
        client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
        grant_type    = 'client_credentials'
        scope         = 'https://graph.microsoft.com/.default'
    }).access_token
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/costs@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = 'Azure costs'
            body         = @{ contentType = 'Text'; content = "Last week: $cost" }
            toRecipients = @(@{ emailAddress = @{ address = 'cloud@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6)
}
