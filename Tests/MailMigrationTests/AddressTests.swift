import TestSupport
import Testing

@testable import MailMigration

/// Mail addresses as `System.Net.Mail.MailAddress` reads them.
@Suite struct AddressTests {
    static let plain = [
        "a@b.c", "A.B@b.c", "a+b@b-c.d", "a@b", " a@b.c ", "\ta@b.c", "o'brien@b.c", "a_b@b.c", "a@b_c.d", "!#$%&'*+-/=?^_`{|}~@b.c",
        "1@2.3",
    ]
    static let named = [
        "Ann <a@b.c>", "Ann B. <a@b.c>", "<a@b.c>", "\"Ann, B\" <a@b.c>", "\"Ann\" <a@b.c>", "  Ann   B  <a@b.c>", "Ann<a@b.c>",
        "\"\" <a@b.c>", "Ann < a@b.c >",
        "Änne <a@b.c>", "\"Ann (B)\" <a@b.c>", "Ann [B] <a@b.c>", "Ann: B <a@b.c>", "Ann.B <a@b.c>", "\" Ann \" <a@b.c>", "Ann's <a@b.c>",
    ]
    static let bad = [
        "", " ", "a", "@", "a@", "@b.c", "a@b@c", ".a@b.c", "a.@b.c", "a..b@c.d", "a@.b", "a@b.", "a@b..c", "a b@c.d", "a@b.c;d@e.f",
        "a@b.c, d@e.f",
        "a@b.c,d@e.f", "a@b.c d@e.f", "<a@b.c", "a@b.c>", "Ann", "Ann <>", "Ann <a>", "Ann <a@b.c> x", "ä@b.c", "a@ä.c", "\"a b\"@c.d",
        "a@[1.2.3.4]",
        "\"An\"n\" <a@b.c>", "\"An\\\"n\" <a@b.c>", "Ann, B <a@b.c>", "Ann; B <a@b.c>", "Ann (B) <a@b.c>", "Ann <b@c.d> <a@b.c>",
        "a@b.c <d@e.f>", "Ann\\B <a@b.c>",
        "a(x)@b.c", "a@b.c(x)", "a@b,c", "a,b@c.d", "a@b;c",
    ]

    /// Pieces of addresses in any order.
    static let random: [String] = {
        var random = SeededGenerator(seed: 1)
        let pieces = [
            "a", "b.c", "@", "@", "<", ">", "\"", " ", ",", ";", "(", ")", ".", "-", "\\", "Ann", "[", "]", ":", "'", "a@b.c", "<a@b.c>",
            "\"Ann\" ",
        ]
        return (0..<600).map { _ in (0..<Int.random(in: 1...5, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
        }
    }()

    @Test(
        arguments: [
            ("a@b.c", "a@b.c", ""), (" a@b.c ", "a@b.c", ""), ("Ann <a@b.c>", "a@b.c", "Ann"), ("\"Ann, B\" <a@b.c>", "a@b.c", "Ann, B"),
            ("<a@b.c>", "a@b.c", ""),
        ] as [(String, String, String)])
    func parts(_ text: String, _ address: String, _ name: String) throws {
        let read = try #require(Address(text))
        #expect((read.address, read.name) == (address, name))
        #expect(read.isPlain == name.isEmpty)
    }

    @Test(arguments: [
        "a@b.c;d@e.f", "a@b.c, d@e.f", "Ann", "", "a@b@c", "a@b.c\n", "\r\na@b.c", "Ann\n <a@b.c>", "\u{A0}a@b.c", "a@b.c\u{2003}",
    ])
    func noAddress(_ text: String) {
        #expect(Address(text) == nil)
    }

    /// Where nothing is said (nil), nothing is claimed.
    @Test(.enabled(if: PowerShellEngine.isPresent, "\(PowerShellEngine.absence)"))
    func asTheClassReadsThem() throws {
        let texts = Self.plain + Self.named + Self.bad + Self.random
        let list = texts.map { "'" + $0.replacing("'", with: "''") + "'" }.joined(separator: ",\n")
        let script = """
            foreach ($text in @(
            \(list))) {
                try { $read = New-Object Net.Mail.MailAddress $text; "$($read.Address)|$($read.DisplayName)" } catch { 'none' }
            }

            """
        let answers = try #require(PowerShellEngine.shared).output(of: script)
        try #require(answers.count == texts.count)
        for (text, answer) in zip(texts, answers) {
            if let read = Address(text) { #expect("\(read.address)|\(read.name)" == answer, "'\(text)'") }
        }
    }
}
