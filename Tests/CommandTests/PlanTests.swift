import Foundation
import MailMigration
import Testing

@testable import mail2graph

@Suite("mail2graph migrate --plan")
struct PlanTests {
    private static let twoSends = """
        Send-MailMessage -From 'a@contoso.com' -To 'b@contoso.com' -Subject 'One' -SmtpServer smtp.office365.com -UseSsl
        Send-MailMessage -From 'a@contoso.com' -To 'b@contoso.com' -Subject 'Two' -SmtpServer smtp.office365.com -UseSsl

        """

    /// A plan of everything in the folder.
    private func plan(
        of folder: Folder, _ options: MigrationOptions = MigrationOptions(signIn: SignIn(method: .managedIdentity)),
        decide: (String, PlannedSend) -> PlannedSend.Decision
    ) throws -> Plan {
        let files = try folder.snapshot().keys.filter { $0.hasSuffix(".ps1") }.sorted().compactMap { name -> PlannedFile? in
            let path = FilePath(folder[name])
            var result = ScriptResult(
                of: ScriptFile(path: path, location: path, isNamed: true), options: options, sizeLimit: .max, library: FileLibrary())
            guard let rewrite = result.rewrite else { return nil }
            result.problems = []
            let sends = result.findings.filter(\.changes).map { finding in
                var send = PlannedSend(line: finding.line, offset: finding.extent.start, change: finding.message, decision: .undecided)
                send.decision = decide(name, send)
                return send
            }
            return PlannedFile(
                path: FilePath(name), sha256: SHA256(try folder.bytes(name)).description,
                resultSHA256: SHA256(rewrite.new.bytes).description,
                options: nil, sends: sends)
        }
        return Plan(folder: FilePath(folder.path), options: PlanOptions(options), files: files)
    }

    private func write(_ plan: Plan, to folder: Folder) throws { try folder.write("plan.json", plan.json.pretty) }

    @Test("makes what was accepted and nothing else, and undo takes it back")
    func accepted() throws {
        let folder = try Folder(["a.ps1": Self.twoSends, "b.ps1": sendingScript, "c.ps1": sendingScript, "d.ps1": sendingScript])
        let before = try folder.snapshot()
        try write(
            plan(of: folder) { name, send in
                switch (name, send.line) {
                case ("a.ps1", 1), ("b.ps1", _): .accepted
                case ("a.ps1", _), ("c.ps1", _): .rejected
                default: .undecided
                }
            }, to: folder)
        let output = try folder.mail2graph("migrate", "--plan", "plan.json")
        #expect(output.code == 1)
        #expect(output.errors.contains("The plan: 2 sends accepted, 2 rejected, 1 undecided.\n"))
        #expect(output.errors.contains("a.ps1:1: moved: ") && output.errors.contains("a.ps1:2: left: It was rejected in the review."))
        #expect(output.errors.contains("d.ps1:2: left: Nobody has decided about it."))
        #expect(output.errors.contains("2 × rejected in the review") && output.errors.contains("1 × not decided in the review"))
        let after = try folder.text("a.ps1")
        #expect(
            after.contains("Connect-MgGraph") && after.contains("'One'")
                && after.contains("Send-MailMessage -From 'a@contoso.com' -To 'b@contoso.com' -Subject 'Two'"))
        #expect(!after.contains("-Subject 'One'"))
        #expect(try folder.text("b.ps1").contains("Send-MgUserMessage"))
        #expect(try folder.bytes("c.ps1") == before["c.ps1"] && folder.bytes("d.ps1") == before["d.ps1"])

        #expect(try folder.mail2graph("undo").code == 0)
        try FileManager.default.removeItem(atPath: folder["plan.json"])
        #expect(try folder.snapshot() == before)
    }

    @Test("leaves what changed or went since, names it, and goes on with the rest")
    func changed() throws {
        let folder = try Folder(["a.ps1": sendingScript, "b.ps1": sendingScript, "c.ps1": sendingScript, "d.ps1": sendingScript])
        try write(plan(of: folder) { _, _ in .accepted }, to: folder)
        try folder.write("a.ps1", Array((sendingScript + "# edited\n").utf8))
        try FileManager.default.removeItem(atPath: folder["b.ps1"])
        try FileManager.default.removeItem(atPath: folder["c.ps1"])
        try folder.write("elsewhere/c.ps1", Array(sendingScript.utf8))
        try folder.link("c.ps1", to: "elsewhere/c.ps1")
        let output = try folder.mail2graph("migrate", "--plan", "plan.json")
        #expect(output.code == 1)
        #expect(
            output.errors.contains("a.ps1: warning: was changed since the plan was made, so it is left as it is; make a new report of it"))
        #expect(output.errors.contains("b.ps1: warning: is in the plan and is not there any more; make a new report, or say with --folder"))
        #expect(output.errors.contains("c.ps1: warning: was a file when the plan was made and lies behind a link now"))
        #expect(try folder.text("a.ps1") == sendingScript + "# edited\n")
        #expect(try folder.text("elsewhere/c.ps1") == sendingScript)
        #expect(try folder.text("d.ps1").contains("Send-MgUserMessage"))
    }

    @Test("does not do again what it did, and ends as the first time", arguments: [false, true])
    func twice(hasOldVersions: Bool) throws {
        let folder = try Folder(["a.ps1": Self.twoSends, "b.ps1": sendingScript, "c.ps1": sendingScript])
        try write(plan(of: folder) { _, _ in .accepted }, to: folder)
        #expect(try folder.mail2graph("migrate", "--plan", "plan.json").code == 0)
        let after = try folder.snapshot()
        if !hasOldVersions { try FileManager.default.removeItem(atPath: folder[".mail2graph"]) }
        let output = try folder.mail2graph("migrate", "--plan", "plan.json")
        #expect(output.code == 0)
        for name in ["a.ps1", "b.ps1", "c.ps1"] {
            #expect(output.errors.contains("\(name): note: is as the plan left it: what was accepted is done already\n"))
        }
        #expect(try folder.snapshot() == after)

        try folder.write("b.ps1", folder.bytes("b.ps1") + Array("# edited\n".utf8))
        let edited = try folder.mail2graph("migrate", "--plan", "plan.json")
        #expect(edited.code == 1 && edited.errors.contains("b.ps1: warning: was changed since the plan was made"))
        #expect(edited.errors.contains("a.ps1: note: is as the plan left it"))
    }

    @Test("knows what it did where only a part was accepted and the sign-in came from the command line")
    func twiceInPart() throws {
        let folder = try Folder(["a.ps1": Self.twoSends, "b.ps1": Self.twoSends])
        try write(
            plan(of: folder, MigrationOptions(signIn: SignIn(tenantID: "contoso.com"))) { name, send in
                send.line == 1 ? .accepted : name == "a.ps1" ? .rejected : .undecided
            }, to: folder)
        func follow(_ id: String) throws -> Folder.Output {
            try folder.mail2graph(
                "migrate", "--plan", "plan.json", "--client-id", id, "--certificate-thumbprint", "2FD4E1C67A2D28FCED849EE1BB76E7391B93EB12")
        }
        let id = "8a0e7f5c-1d2b-4c3d-9e4f-0123456789ab"
        #expect(try follow(id).code == 1)
        let after = try folder.snapshot()
        let again = try follow(id)
        #expect(again.code == 1 && again.errors.contains("a.ps1: note: is as the plan left it"))
        #expect(
            again.errors.contains("left: It was rejected in the review.") && again.errors.contains("left: Nobody has decided about it."))
        #expect(!again.errors.contains("warning"))
        // Another application: that is not what was done.
        #expect(try follow("9a0e7f5c-1d2b-4c3d-9e4f-0123456789ab").errors.contains("a.ps1: warning: was changed since"))
        #expect(try folder.snapshot() == after)
    }

    @Test("leaves what would become something else than was reviewed")
    func otherResult() throws {
        let folder = try Folder(["a.ps1": sendingScript])
        var plan = try plan(of: folder) { _, _ in .accepted }
        plan.files[0].resultSHA256 = SHA256([]).description
        try write(plan, to: folder)
        let output = try folder.mail2graph("migrate", "--plan", "plan.json")
        #expect(output.code == 1 && output.errors.contains("would become something else than was reviewed"))
        #expect(try folder.text("a.ps1") == sendingScript)
    }

    @Test("fills placeholders from the command line, says so, and never writes one")
    func placeholders() throws {
        let folder = try Folder(["a.ps1": sendingScript])
        try write(plan(of: folder, MigrationOptions(signIn: SignIn(tenantID: "contoso.com"))) { _, _ in .accepted }, to: folder)
        let missing = try folder.mail2graph("migrate", "--plan", "plan.json")
        #expect(missing.code == 2 && missing.errors.contains("placeholders in place of --client-id, --certificate-thumbprint; give"))
        #expect(try folder.text("a.ps1") == sendingScript)
        let output = try folder.mail2graph(
            "migrate", "--plan", "plan.json", "--client-id", "8a0e7f5c-1d2b-4c3d-9e4f-0123456789ab", "--certificate-thumbprint",
            "2FD4E1C67A2D28FCED849EE1BB76E7391B93EB12")
        #expect(output.code == 0)
        #expect(output.errors.contains("not the one of the plan but the command line's: --client-id, --certificate-thumbprint.\n"))
        #expect(try folder.text("a.ps1").contains("-TenantId 'contoso.com' -ClientId '8a0e7f5c-1d2b-4c3d-9e4f-0123456789ab'"))
    }

    @Test("takes the scripts that PATH names, and from where they lie now")
    func selection() throws {
        let folder = try Folder(["sub/a.ps1": sendingScript, "sub/deep/b.ps1": sendingScript, "c.ps1": sendingScript])
        try write(plan(of: folder) { _, _ in .accepted }, to: folder)
        let output = try folder.mail2graph("migrate", "--plan", "plan.json", "sub/deep")
        #expect(output.code == 0 && output.errors.contains("1 send accepted"))
        #expect(try folder.text("sub/a.ps1") == sendingScript && folder.text("c.ps1") == sendingScript)
        #expect(try folder.text("sub/deep/b.ps1") != sendingScript)
        let nothing = try folder.mail2graph("migrate", "--plan", "plan.json", ".mail2graph")
        #expect(nothing.code == 2 && nothing.errors.contains(".mail2graph: error: holds no script of the plan"))

        let copy = try Folder(["c.ps1": sendingScript])
        let moved = try copy.mail2graph("migrate", "--plan", folder["plan.json"], "--folder", ".", "c.ps1")
        #expect(moved.code == 0)
        #expect(try copy.text("c.ps1") != sendingScript && folder.text("c.ps1") == sendingScript)
    }

    @Test("names what is wrong with a plan that can't be followed")
    func damaged() throws {
        let folder = try Folder(["a.ps1": sendingScript])
        let good = String(decoding: try plan(of: folder) { _, _ in .accepted }.json.pretty, as: UTF8.self)
        func errors(_ old: String, _ new: String) throws -> String {
            try #require(good.contains(old))
            try folder.write("plan.json", Array(good.replacing(old, with: new, maxReplacements: 1).utf8))
            let output = try folder.mail2graph("migrate", "--plan", "plan.json")
            #expect(output.code == 2)
            #expect(try folder.text("a.ps1") == sendingScript)
            return output.errors
        }
        #expect(try errors("\"version\": 1", "\"version\": 7").contains("version is 7, and this mail2graph reads version 1; "))
        #expect(try errors("\"mail2graph plan\"", "\"grocery list\"").contains("format is no mail2graph plan"))
        #expect(try errors("\"accepted\": true", "\"accepted\": \"yes\"").contains("files[0].sends[0].accepted is no true, false or null"))
        #expect(try errors("\"accepted\"", "\"acepted\"").contains("files[0].sends[0].acepted is no field of a plan"))
        #expect(
            try errors("\"managed-identity\"", "\"magic\"").contains(
                "options.signIn.method has no value 'magic'; it takes one of certificate"))
        #expect(
            try errors("\"secretVariable\": null", "\"secretVariable\": \"X; rm\"").contains(
                "options.signIn.secretVariable has no value 'X; rm'"))
        #expect(try errors("\"a.ps1\"", "\"../a.ps1\"").contains("files[0].path does not lead down from the plan's folder: ../a.ps1"))
        #expect(try errors("\"folder\": \"", "\"folder\": \"/x\\u0000").contains("folder holds a NUL, which no path has: \"/x\\000"))
        for number in ["9223372036854775808", "1e30", "-1"] {
            let line = try #require(good.firstMatch(of: /"offset": (\d+)/)).output.0
            #expect(try errors(String(line), "\"offset\": \(number)").contains("files[0].sends[0].offset takes a whole number from 0 to "))
        }
        #expect(try errors("\"line\": 2", "\"line\": 0").contains("files[0].sends[0].line takes a whole number from 1 to "))
        #expect(try errors("\"line\": 2", "\"line\": \"2\"").contains("files[0].sends[0].line is no whole number"))
        #expect(try errors("\"sends\": [", "\"sends\": [[").contains("can't be followed"))
        #expect(try errors("  \"files\"", "  files").contains("can't be followed: line 20 is no JSON; mend it"))
        #expect(
            try folder.mail2graph("migrate", "--plan", "nowhere.json").errors.contains(
                "nowhere.json: error: the plan can't be read: no such file or folder; check the path; a browser puts a plan that it saves where"
            ))
        #expect(try folder.mail2graph("report", "a.ps1", "-o", "report.html").code == 0)
        #expect(
            try folder.mail2graph("migrate", "--plan", "report.html").errors
                == "report.html: error: is the page of a report, and no plan; open it in a browser and save the plan: the browser puts it where its downloads go\n"
        )
        #expect(
            try folder.mail2graph("migrate", "--plan", "plan.json", "--target", "send-mgusermail").errors.contains(
                "--target can't be given with --plan"))
        #expect(
            try folder.mail2graph("migrate", "--plan", "plan.json", "--settings", "x.psd1").errors.contains(
                "--settings can't be given with --plan"))
    }

    @Test("holds every option that a migration has, and reads back what it writes")
    func options() throws {
        let options = MigrationOptions(
            target: .invokeRestMethod, signIn: SignIn(method: .secret, tenantID: "contoso.com", secret: .vault("it's")), serverPolicy: .all,
            servers: ServerList(exchangeOnline: ["*.contoso.com"], relays: ["relay"], places: ("a", "b")), scope: .tls,
            stripsSignatures: true)
        // Whoever adds an option adds it to the plan: scripts have to come out as they were reviewed.
        #expect(
            Mirror(reflecting: options).children.compactMap(\.label).sorted() == [
                "rejected", "scope", "serverPolicy", "servers", "signIn", "stripsSignatures", "target",
            ])
        let send = PlannedSend(line: 3, offset: 17, change: "Two\nlines \"quoted\" \u{1}", decision: .rejected)
        let digest = SHA256([]).description
        let file = PlannedFile(
            path: FilePath(bytes: [0x61, 0xFF]), sha256: digest, resultSHA256: digest, options: PlanOptions(MigrationOptions()),
            sends: [send])
        let plan = Plan(folder: FilePath("/scripts"), options: PlanOptions(options), files: [file])
        #expect(try Plan(json: plan.json.pretty) == plan)
        #expect(try Plan(json: plan.json.compact) == plan)
    }
}
