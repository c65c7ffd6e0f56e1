import PowerShellAnalysis
import PowerShellSyntax
import TestSupport
import Testing

@testable import MailMigration

/// The parameters of `Send-MailMessage`, and how they are bound, compared with the engine.
@Suite struct SendMailMessageSignatureTests {
    /// Each prefix of each name and alias.
    static let abbreviations: [String] = {
        let names = CommandSignature.sendMailMessage.parameters.flatMap { [$0.name] + $0.aliases }
        return Set(names.flatMap { name in (1...name.count).map { String(name.prefix($0)).lowercased() } }).sorted()
    }()

    @Test(.enabled(if: PowerShellEngine.isPresent, "\(PowerShellEngine.absence)"))
    func abbreviationsMeanTheSame() throws {
        let script = Self.abbreviations.map { "Send-MailMessage -\($0) x\n" }.joined()
        let commands = try #require(PowerShellEngine.shared).bind("Send-MailMessage", in: script)
        try #require(commands.count == Self.abbreviations.count)
        for (name, command) in zip(Self.abbreviations, commands) {
            switch CommandSignature.sendMailMessage.match(name) {
            case .parameter(let parameter):
                // What a switch does not take goes to the first place.
                #expect(Set(command.bound.keys) == (parameter.isSwitch ? [parameter.name, "To"] : [parameter.name]), "-\(name)")
            case .ambiguous, .none: #expect(command.exceptions[name] != nil, "-\(name)")
            }
        }
    }

    static let calls = [
        "a b c d", "a b", "-To a b c", "-Subject s a c", "-t a -fr b -sub c -b d -sm e", "-To:a -From:b", "-To: a -From: b",
        "-BodyAsHtml a", "-BAH:$true a", "-BodyAsHtml: $true a",
        "a, b c", "-To a, b -Cc @('c')", "-Attachments (Get-ChildItem) a", "a -UseSsl b -Port 25 c", "-ErrorAction Stop a",
        "-ea:0 -ev +x a", "-Verbose a", "-Port -1 a",
        "a -PsPath x -ComputerName y", "-To $a.b $c[0] $(d)", "-DNO OnSuccess, OnFailure a", "-Credential (Get-Credential x) a", "'-To' a",
        "-Encoding utf8 a `\n b", "-Priority High -- a",
        "-Body @'\nx\n'@ a", "a -To b c", "$a$b 'c'd",
    ]

    @Test(.enabled(if: PowerShellEngine.isPresent, "\(PowerShellEngine.absence)"))
    func argumentsReachTheSameParameters() throws {
        let script = Self.calls.map { "Send-MailMessage \($0)\n" }.joined()
        let commands = try #require(PowerShellEngine.shared).bind("Send-MailMessage", in: script)
        let ours = SyntaxTree.parse(SourceText(script)).all(Command.self).filter { $0.name == "Send-MailMessage" }
        try #require(commands.count == ours.count)
        for (command, engine) in zip(ours, commands) where engine.exceptions.isEmpty {
            let call = try BoundCommand(command, signature: .sendMailMessage, facts: VariableFacts(command.node.tree))
            var bound: [String: String?] = [:]
            for name in call.parameters {
                if case .expression(let expression)? = call[name]?.value { bound[name] = expression.text } else { bound[name] = .some(nil) }
            }
            #expect(bound == engine.bound.mapValues(\.text), "\(command.text)")
        }
    }
}
