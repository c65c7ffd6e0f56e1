import PowerShellSyntax
import Testing

@testable import MailMigration

/// Signed scripts.
@Suite struct SignatureBlockTests {
    private static let call = "Send-MailMessage -From a@contoso.com -To b@contoso.com -Subject s -Body t -SmtpServer smtp.office365.com"
    private static let block = ["# SIG # Begin signature block", "# MIIFlgYJKoZIhvcNAQcCoIIFhzCCBYMC", "# SIG # End signature block"]
    private static let strip = MigrationOptions(signIn: SignIn(method: .managedIdentity), stripsSignatures: true)

    private func signed(_ code: String, ending: String) -> SourceText {
        SourceText(code + ending + Self.block.map { $0 + ending }.joined())
    }

    @Test func theyAreLeft() {
        let migration = migrate(signed(Self.call + "\n", ending: "\n"), options: MigrationOptions(signIn: SignIn(method: .managedIdentity)))
        #expect(migration.edits == [])
        #expect(migration.findings.map(\.category) == [LeaveReason.Category.signed.rawValue])
        #expect(migration.findings[0].advice?.contains("--strip-signatures") == true)
    }

    @Test(arguments: ["\n", "\r\n"])
    func theBlockGoesOnRequest(_ ending: String) throws {
        let code = "Get-Date" + ending + Self.call + ending
        let migration = migrate(signed(code, ending: ending), options: Self.strip)
        #expect(migration.findings.map(\.outcome) == [.moved])
        #expect(migration.findings[0].notes.contains { $0.contains("(line 4)") && $0.contains("sign the script again") })
        // As if it had never been signed.
        let unsigned = try migrate(SourceText(code), options: Self.strip).migrated()
        #expect(try migration.migrated().string == unsigned.string)
    }

    @Test func itGoesForTheTLSLineToo() throws {
        var options = Self.strip
        options.scope = .tls
        let migrated = try migrate(signed(Self.call + "\n", ending: "\n"), options: options).migrated().string
        #expect(migrated == TransportLayerSecurity.line + "\n\n" + Self.call + "\n")
    }

    @Test(arguments: ["Get-Date\n", "# Send-MailMessage\n", call.replacing("smtp.office365.com", with: "relay.contoso.local") + "\n"])
    func aScriptThatDoesNotChangeKeepsIt(_ code: String) {
        #expect(migrate(signed(code, ending: "\n"), options: Self.strip).edits == [])
    }

    @Test func aBlockThatWasCutOffGoesToItsEnd() throws {
        let source = SourceText(Self.call + "\n\n" + Self.block.dropLast().joined(separator: "\n"))
        #expect(try migrate(source, options: Self.strip).migrated().string.contains("#") == false)
    }

    @Test func whatStandsBehindItStays() throws {
        let source = SourceText(Self.call + "\n\n" + Self.block.joined(separator: "\n") + "\n# the end\n")
        #expect(try migrate(source, options: Self.strip).migrated().string.hasSuffix("}\n# the end\n"))
    }

    /// The code that stands around a script's blocks, which are `BLOCK` in it.
    @Test(
        arguments: [
            "Get-Date\nBLOCKCALL\n",
            "Get-Host\nBLOCKGet-Date\nCALL\n",
            "CALL\nBLOCKGet-Date\n",
            "CALL\nBLOCKGet-Date\nBLOCK",
            "CALL\nif ($a) {\n    BLOCK}\n",
        ], ["\n", "\r\n"])
    func codeAroundItStaysAsItIs(_ code: String, ending: String) throws {
        func script(_ block: String) -> SourceText {
            SourceText(
                code.replacing("    BLOCK", with: block).replacing("BLOCK", with: block).replacing("CALL", with: Self.call)
                    .replacing("\n", with: ending))
        }
        let migrated = try migrate(script(Self.block.map { $0 + "\n" }.joined()), options: Self.strip).migrated().string
        var expected = try migrate(script(""), options: Self.strip).migrated().string
        // The line end in front of the last block came with it.
        if code.hasSuffix("BLOCK") { expected.removeLast() }
        #expect(migrated == expected)
    }

    @Test func twoInARowGoTogether() throws {
        let block = Self.block.joined(separator: "\n") + "\n"
        let migrated = try migrate(SourceText(Self.call + "\n\n" + block + block), options: Self.strip).migrated().string
        #expect(migrated == (try migrate(SourceText(Self.call + "\n"), options: Self.strip).migrated().string))
    }

    @Test func codeBehindOneThatWasCutOffStays() throws {
        let source = SourceText(Self.call + "\n" + Self.block.dropLast().joined(separator: "\n") + "\nGet-Date\n# a comment\nGet-Host\n")
        #expect(try migrate(source, options: Self.strip).migrated().string.hasSuffix("}\nGet-Date\n# a comment\nGet-Host\n"))
    }

    @Test func codeInFrontOfItInItsLineStays() throws {
        let source = SourceText(Self.call + "\nGet-Date " + Self.block.joined(separator: "\n") + "\nGet-Host\n")
        #expect(try migrate(source, options: Self.strip).migrated().string.hasSuffix("}\nGet-Date \nGet-Host\n"))
    }
}
