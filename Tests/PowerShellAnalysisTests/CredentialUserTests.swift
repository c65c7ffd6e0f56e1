import PowerShellSyntax
import Testing

@testable import PowerShellAnalysis

/// Whose a credential is.
@Suite struct CredentialUserTests {
    @Test(
        arguments: [
            ("probe (Get-Credential 'me@x.org')", "'me@x.org'"),
            ("probe (Get-Credential -UserName me@x.org -Message 'Sign in')", "me@x.org"),
            ("probe (Get-Credential -Credential $user)", "$user"),
            ("probe (New-Object PSCredential 'me', $password)", "'me'"),
            ("probe (New-Object PSCredential('me', $password))", "'me'"),
            ("probe (New-Object System.Management.Automation.PSCredential ($user, $password))", "$user"),
            ("probe (New-Object -TypeName System.Management.Automation.PSCredential -ArgumentList 'me', $password)", "'me'"),
            ("probe (New-Object PSCredential -Args @('me', $password))", "'me'"),
            ("probe ([pscredential]::new('me', $password))", "'me'"),
            ("probe ([System.Management.Automation.PSCredential]::New($user, $password))", "$user"),
            ("$c = Get-Credential me; probe $c", "me"),
            ("$c = New-Object PSCredential 'me', $password; $d = $c; probe $d", "'me'"),
            ("[pscredential]$c = [pscredential]::new('me', $p); probe $c", "'me'"),
            ("$script:c = Get-Credential me; probe $c", "me"),
        ] as [(String, String)])
    func told(_ text: String, _ expected: String) throws {
        #expect(try Script(text).user() == expected)
    }

    @Test(arguments: [
        "probe $c", "probe (Get-Credential)", "probe (Import-Clixml c.xml)", "$c = Import-Clixml c.xml; probe $c", "param($c) probe $c",
        "if ($x) { $c = Get-Credential a } else { $c = Get-Credential b }; probe $c", "probe (New-Object Contoso.Login 'me', $p)",
        "probe ([Contoso.Login]::new('me'))", "probe (Get-Credential @params)", "probe 'me'",
    ])
    func notTold(_ text: String) throws {
        #expect(try Script(text).user() == nil)
    }
}
