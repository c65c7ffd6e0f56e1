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
        "\(send) -Subject 'One'; \(send) -Subject 'Two'\n",
        "Get-Date; \(send) -Subject 'One' <# why #> -Body 'a\nb'; Get-Date; \(send) -Subject 'Two'",
        "if ($a) { \(send) -Subject 'One' } else { \(send) -Subject 'Two' }; \(send) -Subject 'Three'\r\n",
        "param($a)\ntry { \(send) -Subject 'One' } catch { $b = 1; \(send) -Subject 'Two' }",
        "$m = @{ From = 'a@contoso.com'; SmtpServer = 'smtp.office365.com'; To = 'b@contoso.com' }; Send-MailMessage @m -Subject 'One'\n"
            + "\(send) -Subject 'Two'; Get-Date\n",
        "switch ($a) { 1 { \(send) -Subject 'One' } 2 { \(send) -Subject 'Two'\n } }",
    ]

    /// More than anybody decides about in one sitting.
    static let long = (0...64).map { "\(send) -Subject '\($0)'\n" }.joined()

    private func text(_ line: HighlightedLine) -> String { line.pieces.map(\.text).joined() }

    /// The lines of a block as the page puts them together.
    private func lines(of block: ReviewRows.Block, _ isMade: (Set<Int>) -> Bool) -> [String] {
        var lines = [""]
        for part in block.parts {
            let chosen =
                switch part {
                case .kept(let kept): kept
                case .edit(let sends, let old, let new): isMade(sends) ? new : old
                }
            lines[lines.count - 1] += text(chosen[0])
            lines += chosen.dropFirst().map(text)
        }
        return lines.last == "" ? lines.dropLast() : lines
    }

    @Test("is line by line what the migration does, whatever is rejected", arguments: scripts + [long])
    func everyDecision(script: String) throws {
        let source = SourceText(script)
        let migration = migrate(source, options: MigrationOptions())
        let sends = migration.findings.filter(\.changes).map(\.extent.start)
        try #require(sends.count >= 2)
        let review = ReviewRows(source, try Rewrite(source, edits: migration.edits), migration.possibleEdits, migration.findings)
        // Of many sends there are too many ways to decide.
        for mask in 0..<(sends.count > 6 ? 8 : 1 << sends.count) {
            let rejected = Set(sends.indices.filter { mask & (1 << ($0 % 6)) == 0 }.map { sends[$0] })
            let migrated = try migrate(source, options: MigrationOptions(rejected: rejected)).migrated().string
            func isMade(_ sends: Set<Int>) -> Bool { !sends.isSubset(of: rejected) }
            var shown: [String] = []
            for (number, row) in review.rows.enumerated() {
                let block = review.blocks.first { $0.rows.contains(number) }
                if let block, block.sends == nil {
                    if number == block.rows.lowerBound { shown += lines(of: block, isMade) }
                    continue
                }
                let isOn = block.map { isMade($0.sends!) } ?? true
                switch row {
                case .unchanged(let line, _): shown.append(text(line))
                case .removed(let line): if !isOn { shown.append(text(line)) }
                case .added(let line): if isOn { shown.append(text(line)) }
                case .gap: Issue.record("every line is near a change")
                case .noNewline: break
                }
            }
            let expected = migrated.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            #expect(shown == (expected.last == "" ? expected.dropLast() : expected), "rejected: \(rejected)")
        }
    }

    @Test("has lines that several sends share as one block, and no others")
    func sharedLines() throws {
        func shared(_ script: String) throws -> Int {
            let source = SourceText(script)
            let migration = migrate(source, options: MigrationOptions())
            let review = ReviewRows(source, try Rewrite(source, edits: migration.edits), migration.possibleEdits, migration.findings)
            return review.blocks.count { $0.sends == nil }
        }
        #expect(try shared(Self.scripts[0]) == 0)
        #expect(try shared("\(Self.send) -Subject 'One'; \(Self.send) -Subject 'Two'\n") == 1)
        #expect(try shared("if ($a) { \(Self.send) -Subject 'One' }\n\(Self.send) -Subject 'Two'\n") == 0)
    }

    @Test("puts each send in front of its line, and leaves out what is far from all")
    func places() throws {
        let filler = (1...60).map { "Get-Date # \($0)\n" }.joined()
        let source = SourceText(filler + Self.send + " -Subject x\n" + filler)
        let migration = migrate(source, options: MigrationOptions())
        let review = ReviewRows(source, try Rewrite(source, edits: migration.edits), migration.possibleEdits, migration.findings)
        // The sign-in goes with it.
        let placed = review.rows[review.places[0]...].prefix(2).map { row in
            switch row {
            case .added(let line): "+" + text(line)
            case .removed(let line): "-" + text(line)
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
        let lines = text.lines.indices.map { text.line($0, hidesReturn: false, isWhole: false).pieces.map(\.text).joined() }
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
