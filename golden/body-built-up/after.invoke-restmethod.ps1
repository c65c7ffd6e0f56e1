# Morning checks

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml D:\Checks\checks.xml
$body = "Morning checks of $(Get-Date -Format d)`n"
$failed = 0

foreach ($target in 'dc01', 'sql01', 'web01') {
    if (Test-Connection -ComputerName $target -Count 1 -Quiet) {
        $body += "$target answers`n"
    } else {
        $body += "$target DOES NOT ANSWER`n"
        $failed++
    }
}
$body += "`n$failed problem(s)"

$subject = 'Morning checks'
if ($failed) { $subject = "Morning checks: $failed failed" }

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/checks@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = $subject
        body         = @{ contentType = 'Text'; content = $body }
        toRecipients = @(@{ emailAddress = @{ address = 'ops@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
