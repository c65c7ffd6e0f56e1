import PowerShellSyntax
import Testing

@testable import PowerShellAnalysis

@Suite("Texts that look like secrets")
struct SecretLiteralTests {
    private func secrets(_ text: String) -> [String] {
        let source = SourceText(text)
        return SyntaxTree.parse(source).secretLiterals.map { source.string($0) }
    }

    @Test(
        "are found by where they stand",
        arguments: [
            ("ConvertTo-SecureString 'hidden' -AsPlainText -Force", ["'hidden'"]),
            ("ConvertTo-SecureString -String \"hidden$x\" -AsPlainText", ["\"hidden$x\""]),
            ("$smtpPassword = 'hidden'", ["'hidden'"]),
            ("[string]$script:ApiKey = 'hidden'", ["'hidden'"]),
            ("$mail.Password = 'hidden'", ["'hidden'"]),
            ("@{ user = 'a'; ClientSecret = 'hidden' }", ["'hidden'"]),
            ("param($Pwd = 'hidden')", ["'hidden'"]),
            ("Connect-It -User a -Password 'hidden' -Force", ["'hidden'"]),
            ("Connect-It -Password:hidden", ["hidden"]),
            ("$pass = 'hidden'", ["'hidden'"]), ("$smtpPass = 'hidden'", ["'hidden'"]), ("$mailPw = 'hidden'", ["'hidden'"]),
            ("blat.exe - -u user -pw hidden", ["hidden"]), ("mailsend -user user -pass 'hidden'", ["'hidden'"]),
            ("swithmail.exe /s /from:a@contoso.com /pass:hidden", ["/pass:hidden"]),
            ("cmd /c \"blat x -to a@b.c -pw hidden\"", ["\"blat x -to a@b.c -pw hidden\""]),
            ("cmd /c blat x -pw hidden", ["hidden"]),
            ("Start-Process curl.exe -ArgumentList '--user name:hidden x' -Wait", ["'--user name:hidden x'"]),
            ("Start-Process swithmail.exe -ArgumentList '/s', '/pass:hidden'", ["'/pass:hidden'"]),
            ("curl.exe --user name:hidden --url smtp://mail", ["name:hidden"]), ("curl -u 'name:hidden' x", ["'name:hidden'"]),
            ("curl.exe --user=name:hidden x", ["--user=name:hidden"]), ("curl.exe -uname:hidden x", ["hidden"]),
            ("$a = '--url', 'x', '--user', \"name:hidden\"", ["\"name:hidden\""]),
            ("curl.exe smtps://name:hidden@mail.contoso.com -T x", ["smtps://name:hidden@mail.contoso.com"]),
            ("$url = 'https://name:hidden@contoso.com/x'", ["'https://name:hidden@contoso.com/x'"]),
            ("[Net.NetworkCredential]::new('user', 'hidden')", ["'user'", "'hidden'"]),
            ("New-Object System.Net.NetworkCredential('user', 'hidden')", ["'user'", "'hidden'"]),
            ("@{ Authorization = 'Bearer abcdefghijklmnopqrstuvwxyz' }", ["'Bearer abcdefghijklmnopqrstuvwxyz'"]),
        ])
    func found(text: String, expected: [String]) { #expect(secrets(text) == expected) }

    @Test(
        "are not what only says where or what one is",
        arguments: [
            "$passwordFile = 'C:\\secret.xml'", "Get-Secret -Name 'mail'", "$subject = 'Your password expires'",
            "$password = Read-Host 'Password'",
            "@{ Authorization = \"Bearer $token\" }", "Set-ADUser -PasswordNeverExpires $true", "$maxPasswordAge = 90",
            "Get-Item -Path 'password'",
            "cmd /c 'echo password -n'", "cmd /c \"blat x -pw $password\"", "Start-Process x -ArgumentList '-u name --url a:b'",
            "curl.exe -u name smtp://mail:25", "$u = \"https://name:$password@contoso.com\"", "$u = 'https://contoso.com:443/a@b'",
            "$bypass = 'yes'", "swithmail.exe /s /from:a@contoso.com /pass:",
        ])
    func spared(text: String) { #expect(secrets(text).isEmpty) }
}
