import PowerShellSyntax
import Testing

@testable import MailMigration

/// How new code is laid out in the place of a send.
@Suite struct StatementRewritesTests {
    /// TLS is set already, so that only the statement changes.
    private func migrated(_ text: String, _ target: Target = .sendMgUserMail) throws -> String {
        let head = "[Net.ServicePointManager]::SecurityProtocol = 'Tls12'" + (text.contains("\r\n") ? "\r\n" : "\n")
        return String(try outline(head + text, target).dropFirst(head.count))
    }

    @Test(
        arguments: [
            ("if ($x) { send }\n", "if ($x) {\n    connect\n    send\n}\n"),
            ("if ($x) {send}\n", "if ($x) {\n    connect\n    send\n}\n"),
            ("if ($x) { send; }\n", "if ($x) {\n    connect\n    send\n}\n"),
            ("if ($x) { send } else { 1 }\n", "if ($x) {\n    connect\n    send\n} else { 1 }\n"),
            ("$y | ForEach-Object { send }\n", "connect\n$y | ForEach-Object {\n    send\n}\n"),
            ("function f { send }\nf\n", "function f {\n    if (-not (Get-MgContext)) { connect }\n    send\n}\nf\n"),
            ("if ($x) {\n    if ($y) { send }\n}\n", "if ($x) {\n    if ($y) {\n        connect\n        send\n    }\n}\n"),
        ] as [(String, String)])
    func blocksOfOneLineAreOpenedUp(_ text: String, _ expected: String) throws {
        #expect(try migrated(text) == expected)
    }

    @Test(
        arguments: [
            ("1; send; 2\n", "1; connect; send; 2\n"),
            ("send; send\n", "connect\nsend; send\n"),
            ("if ($x) { 1; send }\n", "if ($x) { 1; connect; send }\n"),
            ("if ($x) { send; send }\n", "if ($x) { connect; send; send }\n"),
            ("if ($x) { send # why\n}\n", "if ($x) { connect; send # why\n}\n"),
            ("send # why\n", "connect\nsend # why\n"),
        ] as [(String, String)])
    func statementsThatShareALine(_ text: String, _ expected: String) throws {
        #expect(try migrated(text) == expected)
    }

    @Test func theLastLineMayHaveNoEnd() throws {
        #expect(try migrated("1\nsend") == "1\nconnect\nsend")
        #expect(try migrated("if ($x) { send }") == "if ($x) {\n    connect\n    send\n}")
        #expect(try outline("send") == "tls\n\nconnect\nsend")
    }

    @Test func lineEndsAreThoseOfTheScript() throws {
        #expect(try migrated("if ($x) {\r\n    send\r\n}\r\n") == "if ($x) {\r\n    connect\r\n    send\r\n}\r\n")
        let result = try Outline("Get-Report\r\nsend\r\n", .sendMgUserMessage).after.string
        #expect(result.replacing("\r\n", with: "").contains { $0.isNewline } == false)
    }

    @Test func indentationIsThatOfTheScript() throws {
        #expect(
            try migrated("if ($x) {\n\tsend\n}\n", .sendMgUserMessage)
                == "if ($x) {\n\tconnect\n\tif ($draft = draft) {\n\t\tpost\n\t}\n}\n")
        #expect(
            try migrated("if ($x) {\n  send\n}\n", .sendMgUserMessage)
                == "if ($x) {\n  connect\n  if ($draft = draft) {\n    post\n  }\n}\n")
        #expect(try Outline("if ($x) {\n\tsend\n}\n").after.string.contains("\n\t\tmessage = @{\n\t\t\tsubject"))
    }

    @Test func continuedLinesGoWithTheSend() throws {
        #expect(try migrated("send `\n    -Priority High `\n    -UseSsl\nGet-Report\n") == "connect\nsend\nGet-Report\n")
    }

    // MARK: What gives way

    @Test(arguments: ["send | Out-Null\n", "$null = send\n", "[void](send)\n", "[void] (send)\n"])
    func whatThrowsTheOutputAwayGoes(_ text: String) throws {
        #expect(try migrated(text) == "connect\nsend\n")
    }

    @Test func whatReturnsNothingReturnsBehindIt() throws {
        #expect(try migrated("return send\n") == "connect\nsend\nreturn\n")
    }

    @Test func aResultThatIsKeptStays() throws {
        #expect(try migrated("$result = send\n") == "connect\n$result = send\n")
    }

    @Test(arguments: [
        "send && 1\n", "send | Tee-Object log.txt\n", "send > log.txt\n", "send &\n", "$x += send\n", "if (send) { 1 }\n",
        "(send).Count\n", "foreach ($x in (send)) { }\n",
    ])
    func otherPlacesAreLeft(_ text: String) throws {
        let result = try Outline(text)
        #expect(result.migration.edits == [])
        #expect(result.migration.findings.map(\.outcome) == [.left])
        #expect(result.migration.findings.map(\.category) == [LeaveReason.Category.place.rawValue])
    }

    // MARK: Hashtables that only fed the send

    private let splat =
        "$mail = @{\n    From       = 'a@contoso.com'\n    To         = 'b@contoso.com'\n    SmtpServer = 'smtp.office365.com'\n}\n"

    @Test func aHashtableRightBeforeItMovesIntoTheMessage() throws {
        #expect(try migrated(splat + "Send-MailMessage @mail\n") == "connect\nsend\n")
        #expect(
            try migrated("Get-Report\n\n\(splat)Send-MailMessage @mail\n\nGet-Report\n") == "Get-Report\n\nconnect\nsend\n\nGet-Report\n")
        #expect(try migrated("if ($x) {\n    $y\n}\n" + splat + "Send-MailMessage @mail -Subject s").hasSuffix("}\nconnect\nsend"))
    }

    /// From, recipient and server.
    private static let fed = "@{ From = 'a@contoso.com'; To = 'b@contoso.com'; SmtpServer = 'smtp.office365.com' }"

    @Test(
        arguments: [
            ("$m = \(fed); Send-MailMessage @m", "connect; send"),
            ("1; $m = \(fed) ; Send-MailMessage @m; 2", "1; connect; send; 2"),
            ("1\n\n$m = \(fed); \nSend-MailMessage @m", "1\n\nconnect\nsend"),
            ("1; $m = \(fed)\nSend-MailMessage @m", "1\nconnect\nsend"),
            ("if ($x) { $m = \(fed); Send-MailMessage @m }", "if ($x) { connect; send }"),
            ("$m = \(fed); Send-MailMessage @m; $n = \(fed)\nSend-MailMessage @n", "connect; send\nsend"),
        ] as [(String, String)])
    func itsSemicolonGoesWithIt(_ text: String, _ expected: String) throws {
        #expect(try migrated(text) == expected)
    }

    @Test(arguments: [
        "Get-Report\nSend-MailMessage @mail\n", "# the report\nSend-MailMessage @mail\n", "Send-MailMessage @mail\n$mail.To\n",
        "if ($x) {\n    Send-MailMessage @mail\n}\n",
    ])
    func otherHashtablesStay(_ rest: String) throws {
        #expect(try migrated(splat + rest).contains(splat))
    }
}
