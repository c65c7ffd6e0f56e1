import Foundation
import PowerShellSyntax
import TestSupport
import Testing

@testable import MailMigration

@Suite("Explanations")
struct ExplanationTests {
    private func explained(_ text: String, _ options: MigrationOptions = MigrationOptions()) throws -> Explanation {
        try #require(ScriptExplanation(ParsedScript(SourceText(text)), options: options).sends.first)
    }

    private func argument(_ name: String, of text: String) throws -> ArgumentExplanation {
        try #require(try explained(text).arguments.first { $0.parameter == name })
    }

    private func remark(_ topic: Explanation.Remark.Topic, _ text: String, _ options: MigrationOptions = MigrationOptions()) throws
        -> String
    {
        try #require(try explained(text, options).remarks.first { $0.topic == topic }).text
    }

    private let rest = "-Body b -From a@b.c -SmtpServer smtp.office365.com"

    @Test("say how each parameter gets its value")
    func bindings() throws {
        let call =
            "$m = @{ From = 'a@b.c'; DNO = 'OnFailure' }\nSend-MailMessage -sub s x@b.c 'body' -Smtp smtp.office365.com -UseSsl -ea Stop @m"
        #expect(try argument("To", of: call).binding == "by its place, as argument 1 without a name")
        #expect(try argument("Body", of: call).binding == "by its place, as argument 2 without a name")
        #expect(try argument("Subject", of: call).binding == "by its name, cut to -sub")
        #expect(try argument("ErrorAction", of: call).binding == "by the alias -ea")
        #expect(try argument("SmtpServer", of: call).binding == "by its name, cut to -Smtp")
        #expect(try argument("From", of: call).binding == "by @m, made on line 1")
        #expect(try argument("DeliveryNotificationOption", of: call).binding == "by @m, made on line 1, there DNO")
        #expect(try argument("UseSsl", of: call).knowledge == "on")
        let standing =
            "$PSDefaultParameterValues['Send-MailMessage:From'] = 'a@b.c'\nSend-MailMessage -To b@c.d -SmtpServer smtp.office365.com"
        #expect(try argument("From", of: standing).binding == "by $PSDefaultParameterValues")
    }

    @Test(
        "say what is known of a value, and where its variables are set",
        arguments: [
            ("Send-MailMessage -To x@b.c", "constant", []),
            ("$to = 'x@b.c'\nSend-MailMessage -To $to", "always 'x@b.c'", ["$to is set on line 1 ('x@b.c')."]),
            (
                "if ($a) { $to = 'x@b.c' } else { $to = 'y@b.c' }\nSend-MailMessage -To $to", "always among 'x@b.c', 'y@b.c'",
                ["$to is set on line 1 ('x@b.c'), set on line 1 ('y@b.c')."]
            ),
            (
                "param($to = 'x@b.c')\nSend-MailMessage -To $to", "'x@b.c' where callers give nothing else",
                ["$to is a parameter on line 1, 'x@b.c' by default."]
            ),
            (
                "foreach ($user in $users) {\nSend-MailMessage -To $user.Mail -Cc $_}", "only known when the script runs",
                ["$user is set by the loop on line 1."]
            ),
            (
                "$to = Get-Content list.txt\nSend-MailMessage -To $to", "only known when the script runs",
                ["$to is set on line 1 (Get-Content …)."]
            ),
            ("Send-MailMessage -To $env:TO", "only known when the script runs", ["$env:TO is set outside of the script."]),
            ("Send-MailMessage -To $to", "only known when the script runs", ["$to is not set in the script."]),
        ])
    func knowledge(_ text: String, _ knowledge: String, _ origins: [String]) throws {
        let script = text.hasSuffix("}") ? String(text.dropLast()) + " \(rest) }" : text + " " + rest
        let argument = try argument("To", of: script)
        #expect(argument.knowledge == knowledge)
        #expect(argument.origins == origins)
    }

    @Test("say by which rule a server is what it is")
    func servers() throws {
        func server(_ name: String, _ policy: ServerPolicy = .known) throws -> String {
            let list = ServerList(exchangeOnline: ["*.contoso.com"], relays: ["relay"], places: ("--exchange-server", "--relay-server"))
            let text = "Send-MailMessage -To a@b.c -From a@b.c -Subject s -SmtpServer \(name)"
            return try remark(.server, text, MigrationOptions(serverPolicy: policy, servers: list))
        }
        #expect(try server("smtp.office365.com") == "smtp.office365.com is Exchange Online, by its name.")
        #expect(
            try server("mx.contoso.com") == "mx.contoso.com counts as Exchange Online: it is listed as *.contoso.com (--exchange-server).")
        #expect(try server("relay", .all) == "relay is a relay: it is listed (--relay-server).")
        #expect(try server("mx", .known) == "mx is not Exchange Online.")
        #expect(try server("mx", .all) == "mx is not Exchange Online, but counts as Exchange Online by --server-policy all.")
        #expect(try server("$server") == "$server is only known when the script runs.")
        #expect(
            try remark(.server, "Send-MailMessage -To a@b.c -From a@b.c -Subject s")
                == "It names no server, and the script sets none in $PSEmailServer.")
    }

    @Test("say where the script signs in, and what happens when a send fails")
    func signInAndErrors() throws {
        let text =
            "$x = 1\nfunction Send-It {\n  try { Send-MailMessage -To x@b.c -Subject s \(rest) -ErrorAction Stop } catch { }\n}\nSend-It"
        #expect(
            try remark(.signIn, text).hasPrefix(
                "Connect-MgGraph (certificate) goes in front of line 3. It runs only where nobody has signed in"))
        #expect(try remark(.errors, text).hasPrefix("-ErrorAction is 'Stop'. A send that fails reaches the catch around it."))
        #expect(try remark(.tls, "[Net.ServicePointManager]::SecurityProtocol = 'Tls12'\n" + text) == "TLS 1.2 is set on line 1.")
    }

    @Test("find a send by any line of its call, or of the hashtable that feeds it")
    func lines() throws {
        let script = ScriptExplanation(
            ParsedScript(SourceText("$m = @{\n  To = 'x@b.c'\n}\n$x = 1\nSend-MailMessage @m -Subject s `\n  \(rest)\n$y = 2\n")),
            options: MigrationOptions())
        #expect((1...7).map { script.sends(at: $0).count } == [1, 1, 1, 0, 1, 1, 0])
    }

    @Test("tell what only looks like the cmdlet")
    func lookalikes() {
        let script = ScriptExplanation(
            ParsedScript(
                SourceText(
                    "function Send-MailMessage { }\nSend-MailMessage -To a\nContoso\\Send-MailMessage -To b\n.\\Send-MailMessage -To c\n")),
            options: MigrationOptions())
        // What another module does is for the reader to say.
        #expect(script.sends.map(\.lines) == [3...3])
        #expect(
            script.lookalikes.map(\.message) == [
                "Send-MailMessage is a function of the script (line 1), not the cmdlet; what sends is inside of it.",
                ".\\Send-MailMessage is a script or a program by its path, not the cmdlet.",
            ])
    }

    @Test(
        "hold no secret",
        arguments: [
            "$p = 'Geheim'\nSend-MailMessage -To a@b.c -From a@b.c -Credential ([pscredential]::new('u', ($p | ConvertTo-SecureString -AsPlainText -Force)))",
            "Send-MailMessage -To a@b.c -Credential (New-Object PSCredential('u', (ConvertTo-SecureString 'Geheim' -AsPlainText -Force))) @unknown",
            "$m = @{ To = 'a@b.c'; Credential = New-Object PSCredential('u', (ConvertTo-SecureString 'Geheim' -AsPlainText -Force)) }\nSend-MailMessage @m",
            "$c = New-Object Net.Mail.SmtpClient('x')\n$c.Credentials = New-Object Net.NetworkCredential('u', 'Geheim')",
            "Send-MailKitMessage -Password 'Geheim' -SMTPServer x",
            "$password = \"Geheim\"\nSend-MailMessage -To a@b.c -From a@b.c -Body $password -Subject \"Code: $password\" -SmtpServer x",
            "$headers = @{ Password = 'Geheim' }\nSend-MailMessage -To a@b.c -From a@b.c -Subject 'Geheim' -SmtpServer x",
        ])
    func secrets(_ text: String) {
        let script = ScriptExplanation(ParsedScript(SourceText(text)), options: MigrationOptions())
        #expect(!script.sends.isEmpty)
        #expect(!String(describing: script).contains("Geheim"))
    }

    @Test("say of every golden case what the migration says of it")
    func golden() throws {
        let root = repository.appendingPathComponent("golden")
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: root.path) {
            guard let data = try? Data(contentsOf: root.appendingPathComponent("\(name)/before.ps1")) else { continue }
            let source = SourceText(bytes: Array(data))
            let findings = migrate(source, options: MigrationOptions()).findings
            let sends = ScriptExplanation(ParsedScript(source), options: MigrationOptions()).sends.filter { $0.outcome != nil }
            #expect(sends.map(\.message) == findings.map(\.message), "\(name)")
            #expect(sends.map(\.lines.lowerBound) == findings.map(\.line), "\(name)")
            #expect(sends.allSatisfy { !$0.remarks.isEmpty }, "\(name)")
            count += sends.count
        }
        #expect(count > 100)
    }
}
