import Testing

@testable import MailMigration

/// Which mailbox a migrated send goes out of.
@Suite struct MailboxTests {
    /// The arguments of `-UserId`, and whether the message has a `from` of its own.
    private func mailbox(_ from: String, _ rest: String = "", before: String = "") throws -> String {
        let script = "\(before)Send-MailMessage -From \(from) -To d@e.f -SmtpServer smtp.office365.com\(rest)\n"
        let text = try Outline(script).after.string
        let user =
            text.ranges(of: "-UserId ").first.map { text[$0.upperBound...].prefix { $0 != "\n" } }?.replacing(
                " -BodyParameter @{", with: "") ?? ""
        return user + (text.contains("from  ") ? " with from" : "")
    }

    @Test(
        arguments: [
            ("a@b.c", "'a@b.c'"), ("'a@b.c'", "'a@b.c'"), ("'Me <a@b.c>'", "'a@b.c' with from"),
            ("$from", "([mailaddress]$from).Address with from"),
            ("$mail.From", "([mailaddress]$mail.From).Address with from"),
        ] as [(String, String)])
    func ofFrom(_ from: String, _ expected: String) throws {
        #expect(try mailbox(from) == expected)
    }

    /// The migrated code names it more than once.
    @Test func whatRunsSomethingIsLeft() throws {
        let result = try Outline("Send-MailMessage -From (Get-Sender) -To d@e.f -SmtpServer smtp.office365.com\n")
        #expect(result.migration.findings.map(\.message) == ["From runs something: (Get-Sender)."])
    }

    @Test func ofVariables() throws {
        #expect(try mailbox("$from", before: "$from = 'a@b.c'\n") == "$from")
        #expect(try mailbox("\"a@$domain\"", before: "$domain = 'b.c'\n") == "\"a@$domain\"")
        #expect(try mailbox("$from", before: "$from = 'Me <a@b.c>'\n") == "([mailaddress]$from).Address with from")
    }

    @Test func ofTheCredential() throws {
        let credential = " -Credential (New-Object PSCredential 'svc@b.c', $password)"
        #expect(try mailbox("svc@b.c", credential) == "'svc@b.c'")
        #expect(try mailbox("SVC@b.c", credential).lowercased() == "'svc@b.c'")
        #expect(try mailbox("a@b.c", credential) == "'svc@b.c' with from")
        #expect(try mailbox("$from", credential) == "'svc@b.c' with from")
        // A name of Windows is no mailbox.
        #expect(try mailbox("a@b.c", " -Credential (Get-Credential 'CONTOSO\\svc')") == "'a@b.c'")
    }
}
