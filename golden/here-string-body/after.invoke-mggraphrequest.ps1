# Instructions for the migration weekend, one mail to each department head

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$heads = Import-Csv -Path '.\heads.csv'
$cred = Get-Credential -UserName 'project-x@contoso.com' -Message 'Project mailbox'
$weekend = '12 and 13 September'

$body = @"
Hello,

on the weekend of $weekend we move "your" files to the new server.
  * Log off on Friday evening.
  * The drive letter stays S:.

$($cred.UserName) answers questions.
"@

Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
foreach ($head in $heads) {
    $null = Invoke-MgGraphRequest -Method POST -Uri 'v1.0/users/project-x@contoso.com/sendMail' -ContentType 'application/json; charset=utf-8' -Body (@{
        message = @{
            subject      = 'Migration weekend'
            body         = @{ contentType = 'Text'; content = $body }
            toRecipients = @($head.Mail | Where-Object { $_ } | ForEach-Object { [mailaddress]"$_" } |
                ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
        }
    } | ConvertTo-Json -Depth 6)
}
