import Testing

@testable import MailMigration

/// What becomes of a send in a script that has a session with Graph of its own.
@Suite struct GraphSessionTests {
    private static let connect = "Connect-MgGraph -Scopes 'Mail.Send'\n"

    private func outcomes(_ text: String, _ target: Target = .sendMgUserMail) throws -> [Finding.Outcome] {
        try Outline(text, target).migration.findings.map(\.outcome)
    }

    @Test(arguments: [
        "send\n", "if ($x) {\n    send\n}\n", "foreach ($x in $y) {\n    send\n}\n", "try { send } catch { }\n",
        "if ($x) {\n    send\n}\nDisconnect-MgGraph\n",
    ])
    func itIsUsedWhereItIsSurelyOpen(_ rest: String) throws {
        let result = try Outline(Self.connect + rest)
        #expect(result.migration.findings.map(\.outcome) == [.moved])
        #expect(result.after.string.ranges(of: "Connect-MgGraph").count == 1)
    }

    @Test(arguments: [
        "if ($x) {\n    Connect-MgGraph -Scopes 'Mail.Send'\n}\nsend\n", "send\nConnect-MgGraph -Scopes 'Mail.Send'\n",
        "function f {\n    Connect-MgGraph -Scopes 'Mail.Send'\n}\nsend\n",
        "Connect-MgGraph -Scopes 'Mail.Send'\nif ($x) { Disconnect-MgGraph }\nsend\n",
        "Connect-MgGraph -Scopes 'Mail.Send'\nDisconnect-MgGraph\nsend\nConnect-MgGraph -Scopes 'Mail.Send'\n",
    ])
    func itIsNotUsedWhereItMayBeClosed(_ text: String) throws {
        let result = try Outline(text)
        #expect(result.migration.edits == [])
        #expect(result.migration.findings.map(\.outcome) == [.left])
        #expect(result.migration.findings.map(\.category) == [LeaveReason.Category.graphSession.rawValue])
        // Who brings a token needs no session.
        #expect(try outcomes(text, .invokeRestMethod) == [.moved])
    }

    @Test func aScriptThatIsDoneWithGraphSignsInAgain() throws {
        #expect(try outline(Self.connect + "Disconnect-MgGraph\nsend\n").contains("Disconnect-MgGraph\nconnect\nsend\n"))
    }

    @Test(
        arguments: [
            ("Mail.Send", "Mail.Send"), ("'User.Read'", "'User.Read', 'Mail.Send'"),
            ("User.Read, Group.Read.All", "User.Read, Group.Read.All, 'Mail.Send'"),
            ("@('User.Read')", "@('User.Read', 'Mail.Send')"), ("('User.Read')", "('User.Read', 'Mail.Send')"),
            ("'mail.send'", "'mail.send'"),
        ] as [(String, String)])
    func missingScopesAreAdded(_ scopes: String, _ expected: String) throws {
        #expect(try Outline("Connect-MgGraph -Scopes \(scopes)\nsend\n").after.string.contains("Connect-MgGraph -Scopes \(expected)\n"))
    }

    @Test func anotherProcessHasNoneOfIt() throws {
        let text = "Connect-MgGraph -Scopes 'User.Read'\nStart-Job {\n    send\n}\n"
        #expect(try Outline(text).text.contains("{\n    tls\n    connect\n    send\n}"))
    }
}
