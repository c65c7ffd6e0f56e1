# Legal wants to know that the notices arrive.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'L:\Notices\mail.xml'
$tenants = Import-Csv -Path 'L:\Notices\tenants.csv' -Delimiter ';'

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
    client_id     = '11111111-2222-3333-4444-555555555555'
    client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
    grant_type    = 'client_credentials'
    scope         = 'https://graph.microsoft.com/.default'
}).access_token
foreach ($tenant in $tenants) {
    $null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/legal@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject                    = 'Notice'
            body                       = @{ contentType = 'Text'; content = "Dear $($tenant.Salutation), please read the attached notice." }
            toRecipients               = @($tenant.Mail | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
            isDeliveryReceiptRequested = $true
            attachments                = @(@{
                '@odata.type' = '#microsoft.graph.fileAttachment'
                name          = 'notice.pdf'
                contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path 'L:\Notices\notice.pdf')))
            })
        }
    } | ConvertTo-Json -Depth 6)
}
$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/legal@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Notices sent'
        body         = @{ contentType = 'Text'; content = "$($tenants.Count) notices" }
        toRecipients = @(@{ emailAddress = @{ address = 'legal@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
