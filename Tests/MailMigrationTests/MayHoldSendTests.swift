import Foundation
import PowerShellSyntax
import TestSupport
import Testing

@testable import MailMigration

/// What is set aside before it is parsed holds nothing that a pass would find.
@Suite("What may hold a send") struct MayHoldSendTests {
    /// A way to write the command so that the finder sees it.
    static let calls = [
        "Send-MailMessage -To a@contoso.com", "sEND-mAILmESSAGE", "Send-`MailMessage", "`Sen`d`-Mai`lMe`s`s`Age", "Send-'Mail'Message",
        "Send-\u{2018}Mail\u{2019}Message", "'Send-MailMessage' | Invoke-Expression; iex 'Send-MailMessage -To a'",
        "Microsoft.PowerShell.Utility\\Send-MailMessage", "& \"Send-Mail`u{4d}essage\"", "& \"`u{53}end-MailMessage\"",
        "Set-Alias mail 'Send-MailMessage'; mail -To a", "& (Get-Command Send-MailMessage) -To a",
        "& ('Send-' + 'MailMessage')", "& ('S' + 'e' + 'nd' + '-' + 'MailMessage') -To a", "$noun = 'MailMessage'; & \"Send-$noun\"",
        "$verb = 'Send'\n& \"$verb-MailMessage\"", "$verb = 'Send'\n& \"${verb}-MailMessage\"", "$a = 'end-Mail'; & \"S${a}Message\"",
        "$noun = 'MailMessage'; & Send-$noun -To a", "$x = 'ailMessage'; & <# all of them #> \"Send-M$x\"",
        "$d = '-'; &`\n  \"Send$($d)MailMessage\"",
        "$a = @'\nSend-Mail\n'@\n& ($a + \"Message\")", "$name = \"Send-Mail\" + 'Me`ssage'.Replace('`', ''); & $name",
        "$n = 'MailMessage'; & Microsoft.PowerShell.Utility\\Send-$n", "$n = 'Microsoft.PowerShell.Utility\\Send-'; & ($n + 'MailMessage')",
        "(New-Object Net.Mail.SmtpClient 'x').Send($m)", "[System.Net.Mail.SMTPCLIENT]::new()", "New-Object -ComObject 'CDO.Message'",
        "New-Object -ComObject \"CDO.Me`s`sage\"", "[System.Web.Mail.SmtpMail]::Send($m)",
        "Send-MgUserMail -UserId $me", "$c = 'Send-MgUserMessage'; & $c -UserId $me", "& 'C:\\tools\\BLAT.exe' -to a",
        "$d = 'C:\\tools'; & \"$d\\sendmail\" -t",
        "/usr/sbin/sendmail -t", "Sendmail.exe -t",
        "Invoke-RestMethod \"https://graph.microsoft.com/v1.0/users/$me/send`Mail\" -Method Post",
        "irm -Uri \"https://graph.microsoft.com/v1.0/users/$me/messages/$id/send\"",
        "$o = New-Object -ComObject Outlook.Application; $m = $o.CreateItem(0); $m.Send()",
        "$m = New-Object Microsoft.Exchange.WebServices.Data.EmailMessage($s); $m.Send()",
        "Email { EmailHeader { EmailServer -Server x } }", "[Net.ServicePointManager]::SecurityProtocol = 'Tls'",
        "Send-MailKitMessage -To a", "curl.exe --mail-from a@b.c", "$a = '--mail-rcpt', $to; curl @a", "curl smtp://mail -T x",
        "curl \"SMTPS://$server\"",
        "cmd /c \"blat x\"", "Invoke-Sqlcmd \"EXEC SP_Send_DBMail @x\"", "[SPUtility]::SendEmail($w, 'x')",
        "[Microsoft.SharePoint.Client.Utilities.Utility]::SendEmail($c, $m)", "Contoso\\Send-MailMessage -To a",
    ]

    @Test(arguments: calls)
    func isNeverSetAside(call: String) {
        for bytes in encodings(of: "# Berichte – täglich\n$x = 1\n\(call)\n") { #expect(mayHoldSend(bytes)) }
    }

    @Test("The list above is of what the passes find", arguments: calls)
    func isFound(call: String) {
        // A method's result is no constant: that one is there for good measure.
        if call.contains("Replace") { return }
        #expect(holdsSend(SourceText(call)))
    }

    @Test(arguments: [
        "", "Get-Date", "# sends no mail; message follows", "$message = \"It's $date-$time\"; & $message",
        "Send-Mail -Message 'x'", "function Send-Mail-Message { }", "& $PSScriptRoot\\Send.ps1 -Split '-'", "smtp client", "CDO-Message",
        "& ('Send-' + $what)", "& ('Get-' + 'MailMessage')", "$a = 'Send-'; $b = 'MailMessage'", "Add-Menu{ a }", "& ('bl' + 'at')",
        "$d = '\\'; & ($d + 'sendmail')",
    ])
    func isSetAside(script: String) {
        for bytes in encodings(of: script) { #expect(!mayHoldSend(bytes)) }
    }

    /// In time that grows with the length alone.
    @Test(arguments: ["&", "-.", "a=1&", "& ", "`", "s`", "$", "'s", "\0"])
    func repeated(text: String) {
        #expect(!mayHoldSend(Array(String(repeating: text, count: 200_000).utf8)))
    }

    /// UTF-16 without a mark is not read, which is news only where it may send.
    @Test func unmarkedUTF16() {
        for (script, isSend) in [("Send-MailMessage", true), ("Get-Date", false)] {
            #expect(mayHoldSend(script.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == isSend)
            #expect(mayHoldSend(script.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == isSend)
        }
    }

    @Test(arguments: [UInt64](1...60))
    func noGeneratedScriptIsSetAside(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let script = inRandomCase(ScriptGenerator(seed: seed).script(), &random)
        #expect(holdsSend(SourceText(script)))
        for bytes in encodings(of: script) { #expect(mayHoldSend(bytes)) }
    }

    /// The command's name cut into pieces at random, each written in a way of its own.
    @Test(arguments: [UInt64](1...200))
    func noPiecedNameIsSetAside(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let script = piecedCall(&random)
        guard holdsSend(SourceText(script)) else { return }
        for bytes in encodings(of: script) { #expect(mayHoldSend(bytes), "\(script)") }
    }

    @Test func mostPiecedNamesAreFound() {
        let scripts = (1...200).map { (seed: UInt64) in
            var random = SeededGenerator(seed: seed)
            return piecedCall(&random)
        }
        #expect(scripts.count { holdsSend(SourceText($0)) } > 100)
    }

    @Test func noGoldenCaseIsSetAside() throws {
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("golden")
        var found = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: golden.path) {
            guard let data = try? Data(contentsOf: golden.appendingPathComponent(name).appendingPathComponent("before.ps1")) else {
                continue
            }
            let source = SourceText(bytes: Array(data))
            guard holdsSend(source) else { continue }
            found += 1
            for bytes in [source.bytes] + encodings(of: source.string) { #expect(mayHoldSend(bytes), "\(name)") }
        }
        #expect(found > 50)
    }

    @Test("The scanner finds what stands in a text, names within names too", arguments: [UInt64](1...100))
    func scanner(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func word(_ lengths: ClosedRange<Int>) -> String {
            String((0..<Int.random(in: lengths, using: &random)).map { _ in "abC.".randomElement(using: &random)! })
        }
        let names = (0..<3).map { _ in word(1...4).lowercased() }
        let scanner = NameScanner(names)
        for _ in 0..<50 {
            let text = word(0...12)
            let isThere = names.contains { text.lowercased().contains($0) }
            #expect(Array(text.utf8).withUnsafeBufferPointer { scanner.finds(in: $0) } == isThere, "\(names) in \(text)")
        }
    }

    // MARK: Scripts

    /// Whether any pass finds something.
    private func holdsSend(_ source: SourceText) -> Bool {
        let migration = migrate(source, options: MigrationOptions(serverPolicy: .all))
        return !migration.findings.isEmpty || !migration.unaffected.isEmpty || !migration.protocolSettings.isEmpty
    }

    /// The bytes of a script in each encoding that scripts come in.
    private func encodings(of script: String) -> [[UInt8]] {
        let units = Array(script.utf16)
        let windows = script.unicodeScalars.map {
            ["–": 0x96, "\u{2018}": 0x91, "\u{2019}": 0x92, "\u{201C}": 0x93, "\u{201D}": 0x94][$0] ?? UInt8(truncatingIfNeeded: $0.value)
        }
        return [
            Array(script.utf8), [0xEF, 0xBB, 0xBF] + Array(script.utf8), windows,
            [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
        ]
    }

    private func inRandomCase(_ script: String, _ random: inout SeededGenerator) -> String {
        // Words alone: an escape's letter has a case.
        script.replacing(
            "Send-MailMessage",
            with: String("Send-MailMessage".map { Bool.random(using: &random) ? Character($0.uppercased()) : Character($0.lowercased()) }))
    }

    private func piecedCall(_ random: inout SeededGenerator) -> String {
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        var rest = Substring(chance(30) ? "Microsoft.PowerShell.Utility\\Send-MailMessage" : "send-MailMessage")
        var pieces: [String] = []
        while !rest.isEmpty {
            pieces.append(String(rest.prefix(Int.random(in: 1...8, using: &random))))
            rest = rest.dropFirst(pieces.last!.count)
        }
        var assignments: [String] = []
        func literal(_ piece: String) -> String {
            switch Int.random(in: 0..<4, using: &random) {
            case 0: "'\(piece)'"
            case 1: "\"\(piece)\""
            case 2: "\u{201C}\(piece)\u{201D}"
            default: "@'\n\(piece)\n'@"
            }
        }
        func variable(_ piece: String, _ index: Int) -> String {
            assignments.append("$p\(index) = \(literal(piece))")
            return "$p\(index)"
        }
        let blank = ["", " ", "`\n", "<# #>", "\n", "\u{A0}"].randomElement(using: &random)!
        let call = ["&", "."].randomElement(using: &random)! + blank
        let parts = pieces.enumerated().map { ($0.element, $0.offset) }
        let command: String
        switch Int.random(in: 0..<4, using: &random) {
        case 0: command = call + "(" + parts.map { chance(50) ? literal($0.0) : variable($0.0, $0.1) }.joined(separator: " + ") + ")"
        case 1: command = call + "\"" + parts.map { chance(50) ? $0.0 : "$(\(literal($0.0)))" }.joined() + "\""
        case 2: command = call + "\"" + parts.map { chance(60) ? $0.0 : "${\(variable($0.0, $0.1).dropFirst())}" }.joined() + "\""
        default:
            command = call + parts.map { $0.1 == 0 || chance(50) ? $0.0 : variable($0.0, $0.1).replacing("$", with: "${") + "}" }.joined()
        }
        return (assignments + [command + " -To a@contoso.com"]).joined(separator: "\n") + "\n"
    }
}
