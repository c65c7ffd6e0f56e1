# Sends the shift plan to the plant.

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$PSEmailServer = 'smtp.office365.com'

$plan = "S:\Plant\Shiftplan_$(Get-Date -UFormat %V).pdf"
$plantCredential = Get-Credential -Credential 'plant@contoso.com'

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
Send-MgUserMail -UserId 'plant@contoso.com' -BodyParameter @{
    message = @{
        subject      = 'Shift plan'
        body         = @{ contentType = 'Text'; content = 'The new shift plan is attached.' }
        toRecipients = @(@{ emailAddress = @{ address = 'shiftleads@contoso.com' } })
        attachments  = @(@{
            '@odata.type' = '#microsoft.graph.fileAttachment'
            name          = Split-Path $plan -Leaf
            contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $plan)))
        })
    }
}
