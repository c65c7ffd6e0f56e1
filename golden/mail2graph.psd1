# A made-up tenant, the same in all cases.
@{
    SignIn = @{
        TenantId              = 'contoso.onmicrosoft.com'
        ClientId              = '11111111-2222-3333-4444-555555555555'
        CertificateThumbprint = '0123456789ABCDEF0123456789ABCDEF01234567'
        SecretName            = 'graph-mail'
    }
}
