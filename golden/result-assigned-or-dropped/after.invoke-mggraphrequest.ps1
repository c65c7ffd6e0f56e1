# Three ways to keep a job step quiet, found in one script.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$cred = Import-Clixml -Path 'J:\Jobs\mail.xml'
Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
$result = if ($graphMessage = @{
    message = @{
        subject      = 'Step 1'
        body         = @{ contentType = 'Text'; content = 'Step 1 is done.' }
        toRecipients = @(@{ emailAddress = @{ address = 'a-team@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6) {
    $null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/jobs@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body $graphMessage
}
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/jobs@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Step 2'
        body         = @{ contentType = 'Text'; content = 'Step 2 is done.' }
        toRecipients = @(@{ emailAddress = @{ address = 'b-team@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
$null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/jobs@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
    message = @{
        subject      = 'Step 3'
        body         = @{ contentType = 'Text'; content = 'Step 3 is done.' }
        toRecipients = @(@{ emailAddress = @{ address = 'c-team@contoso.com' } })
    }
} | ConvertTo-Json -Depth 6)
