import MailMigration
import PowerShellSyntax
import ScriptDiff
import Testing

@testable import mail2graph

@Suite("What a reviewer is shown")
struct ReviewTests {
    private static let send = "Send-MailMessage -From 'a@contoso.com' -To 'b@contoso.com' -SmtpServer smtp.office365.com -UseSsl"

    /// Scripts whose sends share the sign-in, the TLS line, a hashtable, a line or a comment.
    static let scripts = [
        "\(send) -Subject 'One'\n\(send) -Subject 'Two'\n\(send) -Subject 'Three'\n",
        "$m = @{ From = 'a@contoso.com'; SmtpServer = 'smtp.office365.com'; To = 'b@contoso.com' }\nSend-MailMessage @m -Subject 'One'\n"
            + "Send-MailMessage @m -Subject 'Two'\n",
        "[Net.ServicePointManager]::SecurityProtocol = 'Ssl3'\r\n\(send) -Subject 'One'\r\nGet-Date\r\n\(send) -Subject 'Two'\r\n",
        "if ($a) { \(send) -Subject 'One' }\nelse { \(send) -Subject 'Two' }\nfunction F { \(send) -Subject 'Three' }\nF",
        "function A {\n    \(send) `\n        -Subject 'One' <# what #> `\n        -Body 'x'\n}\nfunction B {\n    \(send) -Subject 'Two'\n}\nA; B\n",
        "\(send) -Subject 'Same'\n\(send) -Subject 'Same'\n\(send) -Subject 'Same'\n",
    ]

    /// More sends than are tried one by one.
    static let long = (0...LineDependences.limit).map { "\(send) -Subject '\($0)'\n" }.joined()

    private func applies(_ dependence: Dependence, _ accepted: Set<Int>) -> Bool {
        dependence.all.allSatisfy(accepted.contains) && (dependence.any.isEmpty || dependence.any.contains(where: accepted.contains))
    }

    private func text(_ line: HighlightedLine) -> String { line.pieces.map(\.text).joined() }

    @Test("is line by line what the migration does, whatever is declined", arguments: scripts + [long])
    func everyDecision(script: String) throws {
        let source = SourceText(script)
        var options = MigrationOptions()
        let migration = migrate(source, options: options)
        let sends = migration.findings.filter(\.changes).map(\.extent.start)
        try #require(sends.count >= 2)
        let dependences = LineDependences(migration.edits, sends: sends) { declined in
            var options = MigrationOptions()
            options.declined = declined
            return migrate(source, options: options).edits
        }
        let rows = ReviewRows(source, try Rewrite(source, edits: migration.edits), migration.findings, dependences).rows
        // Of many sends there are too many ways to decide.
        for mask in 0..<(sends.count > 6 ? 8 : 1 << sends.count) {
            let accepted = Set(sends.indices.filter { mask & (1 << ($0 % 6)) != 0 })
            options.declined = Set(sends.indices.filter { !accepted.contains($0) }.map { sends[$0] })
            let migrated = try migrate(source, options: options).migrated().string
            var shown: [String] = []
            for row in rows {
                switch row {
                case .unchanged(let line, _): shown.append(text(line))
                case .removed(let line, let dependence): if !applies(dependence, accepted) { shown.append(text(line)) }
                case .added(let line, let dependence): if applies(dependence, accepted) { shown.append(text(line)) }
                case .gap: Issue.record("every line is near a change")
                case .noNewline: break
                }
            }
            let expected = migrated.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
            #expect(
                shown.filter { !$0.isEmpty } == expected.map { String($0)!.replacing("\r", with: "") }.filter { !$0.isEmpty },
                "accepted: \(accepted)")
        }
    }

    @Test("puts each send in front of its line, and leaves out what is far from all")
    func places() throws {
        let filler = (1...60).map { "Get-Date # \($0)\n" }.joined()
        let source = SourceText(filler + Self.send + " -Subject x\n" + filler)
        let migration = migrate(source, options: MigrationOptions())
        let dependences = LineDependences(migration.edits, sends: migration.findings.map(\.extent.start)) { _ in [] }
        let review = ReviewRows(source, try Rewrite(source, edits: migration.edits), migration.findings, dependences)
        // The sign-in goes with it.
        let placed = review.rows[review.places[0]...].prefix(2).map { row in
            switch row {
            case .added(let line, _): "+" + text(line)
            case .removed(let line, _): "-" + text(line)
            default: ""
            }
        }
        #expect(placed[0].hasPrefix("+Connect-MgGraph") && placed[1].hasPrefix("-Send-MailMessage"))
        let gaps = review.rows.compactMap { if case .gap(let count) = $0 { count } else { nil } }
        // The TLS line stands at the top.
        #expect(gaps == [20, 40])
        #expect(review.rows.count { if case .unchanged(_, true) = $0 { true } else { false } } == 9)
    }

    @Test("shows what is hidden in a text, but no secret and no end of long lines")
    func lines() {
        let source = SourceText("$a = \"\u{1B}[31m\u{202E}\"\n$password = 'hunter2'\n# \(String(repeating: "ö", count: 3000))\n")
        let text = HighlightedText(source)
        let lines = text.lines.indices.map { text.line($0, marks: [], hidesReturn: false).pieces.map(\.text).joined() }
        #expect(lines[0] == "$a = \"^[[31m<U+202E>\"")
        #expect(lines[1] == "$password = ••••••")
        #expect(lines[2].hasPrefix("# öö") && lines[2].hasSuffix("ö … 4002 more bytes"))
    }

    @Test("is JSON as a browser writes it")
    func json() {
        let value = JSONValue.object([
            "b": .array([]), "a": .array([.integer(1), .null, .bool(true)]), "c": .object([]), "d": .string("</\u{1}\n\"\\ö"),
        ])
        #expect(
            String(decoding: value.pretty, as: UTF8.self)
                == "{\n  \"b\": [],\n  \"a\": [\n    1,\n    null,\n    true\n  ],\n  \"c\": {},\n  \"d\": \"</\\u0001\\n\\\"\\\\ö\"\n}\n")
        #expect(
            String(decoding: value.compact, as: UTF8.self)
                == "{\"b\":[],\"a\":[1,null,true],\"c\":{},\"d\":\"\\u003c/\\u0001\\n\\\"\\\\ö\"}")
    }
}
