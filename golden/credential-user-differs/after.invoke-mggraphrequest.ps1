# Sends in the name of the service desk; the account that signs in is the automation user.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$secure = Get-Content -Path 'C:\Automation\password.txt' | ConvertTo-SecureString
$cred = New-Object -TypeName System.Management.Automation.PSCredential -ArgumentList 'svc-automation@contoso.com', $secure

$open = (Get-Content -Path 'C:\Automation\open-calls.txt').Count
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/svc-automation@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Open calls'
        body         = @{ contentType = 'Text'; content = "$open calls are open." }
        from         = @{ emailAddress = @{ address = 'servicedesk@contoso.com' } }
        toRecipients = @(@{ emailAddress = @{ address = 'team-leads@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
