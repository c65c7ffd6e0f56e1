[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

Set-StrictMode -Version Latest
$ErrorActionPreference = [System.Management.Automation.ActionPreference]::Stop

# Compares the number of users in the HR system with Active Directory.
$hr = @(Import-Csv -Path '\\hr01\export$\persons.csv')
$ad = @(Get-ADUser -Filter *)

if ($hr.Count -ne $ad.Count) {
    $note = "HR: $($hr.Count), Active Directory: $($ad.Count)"
    $graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
        client_id     = '11111111-2222-3333-4444-555555555555'
        client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
        grant_type    = 'client_credentials'
        scope         = 'https://graph.microsoft.com/.default'
    }).access_token
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/identity@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = 'User counts differ'
            body         = @{ contentType = 'Text'; content = $note }
            toRecipients = @(@{ emailAddress = @{ address = 'identity@contoso.com' } })
            ccRecipients = @(@{ emailAddress = @{ address = 'hr@contoso.com' } })
        }
    } | ConvertTo-Json -Depth 6)
}
