import Foundation
import TestSupport
import Testing

@testable import mail2graph

@Suite("mail2graph report")
struct ReportTests {
    private static let hostile = "# </script><script>alert(1)</script> <!-- \u{202E}\n\(sendingScript)"

    @Test("makes one page that loads nothing, and changes no script")
    func page() throws {
        let folder = try Folder([
            "a.ps1": Self.hostile, "b <i>.ps1": sendingScript, "broken.ps1": "Send-MailMessage (\n", "silent.ps1": "Get-Date\n",
        ])
        let before = try folder.snapshot()
        let output = try folder.mail2graph("report", ".", "-o", "out.html")
        #expect(output.code == 1 && output.out.isEmpty)
        #expect(output.errors.contains("4 scripts read, 2 sends found.\n  2 would move to Graph\n"))
        #expect(output.errors.contains("The report is in out.html: open it in a browser"))
        #expect(
            output.errors.contains(
                "mail2graph migrate --plan mail2graph-plan.json, with --tenant-id, --client-id, --certificate-thumbprint")
        )
        #expect(!output.errors.contains("a.ps1:3: moved"))
        let page = try folder.text("out.html")
        #expect(
            !page.contains("<script>alert") && page.contains(#"\u003c/script>\u003cscript>alert(1)\u003c/script> \u003c!-- \u003cU+202E>"#))
        #expect(page.matches(of: /(src|href)="[^#"]/).isEmpty && page.matches(of: /url\(|@import|https?:/).isEmpty)
        try FileManager.default.removeItem(atPath: folder["out.html"])
        #expect(try folder.snapshot() == before)
    }

    @Test("lets the browser run what mail2graph put into it and nothing else")
    func policy() throws {
        let folder = try Folder(["a.ps1": Self.hostile])
        _ = try folder.mail2graph("report", "a.ps1", "-o", "out.html")
        let page = try folder.text("out.html")
        let style = try #require(page.firstMatch(of: /(?s)<style>(.*?)<\/style>/)).output.1
        let program = try #require(page.firstMatch(of: /(?s)<script>(.*?)<\/script>/)).output.1
        for (directive, text) in [("style-src", style), ("script-src", program)] {
            let digest = Data(SHA256(Array(text.utf8)).bytes).base64EncodedString()
            #expect(page.contains("\(directive) 'sha256-\(digest)'"))
        }
        #expect(page.contains("content=\"default-src 'none'; base-uri 'none'; form-action 'none'; "))
    }

    @Test("is replaced whole or not at all, and never written over a script")
    func output() throws {
        let folder = try Folder(["a.ps1": sendingScript, "old.html": "old"])
        #expect(
            try folder.mail2graph("report", "a.ps1", "-o", "a.ps1").errors.contains(
                "a.ps1: error: can't be written: has the name of a script; name another"))
        #expect(try folder.mail2graph("report", "a.ps1", "-o", "b.psm1").code == 2)
        try folder.link("link.html", to: "a.ps1")
        #expect(
            try folder.mail2graph("report", "a.ps1", "-o", "link.html").errors.contains(
                "link.html: error: can't be written: has the name of a script"))
        #expect(try folder.text("a.ps1") == sendingScript)
        #expect(
            try folder.mail2graph("report", "a.ps1", "-o", "nowhere/x.html").errors.contains(
                "nowhere/x.html: error: can't be written: no such file or folder"))
        #expect(try folder.mail2graph("report", "a.ps1").errors.contains("Name a file: -o report.html"))
        let full = try folder.mail2graph("report", "a.ps1", "-o", "old.html", through: "ulimit -f 8")
        #expect(full.code == 2 && full.errors.contains("old.html: error: can't be written: the file would be larger than is allowed here"))
        #expect(try folder.text("old.html") == "old")
        try folder.setMode(0o640, of: "old.html")
        #expect(try folder.mail2graph("report", "a.ps1", "-o", "old.html").code == 0)
        #expect(try folder.text("old.html").hasPrefix("<!DOCTYPE html>"))
        #expect(try FileManager.default.attributesOfItem(atPath: folder["old.html"])[.posixPermissions] as? Int == 0o640)
        #expect(try folder.snapshot().keys.sorted() == ["a.ps1", "link.html", "old.html"])
    }

    @Test("writes the plan too, as its schema says, for those who decide in an editor")
    func plan() throws {
        let folder = try Folder(["a.ps1": sendingScript, "sub/b.ps1": sendingScript])
        try folder.write(String(decoding: Array("c\u{FFFD}.txt".utf8), as: UTF8.self), [])
        let report = try folder.mail2graph("report", ".", "-o", "out.html", "--save-plan", "plan.json", "--auth", "managed-identity")
        #expect(
            report.code == 0
                && report.errors.hasSuffix(
                    """
                    The report is in out.html: open it in a browser, accept what is to be changed and save the plan.
                    Then make the changes: mail2graph migrate --plan mail2graph-plan.json
                    Or set accepted to true or false for each send in plan.json: mail2graph migrate --plan plan.json

                    """)
        )
        let plan = try folder.text("plan.json")
        #expect(plan.contains("\"folder\": \"\(folder.path)\"") && plan.contains("\"path\": \"sub/b.ps1\""))
        let schema = repository.appendingPathComponent("schemas/plan.schema.json").path
        let validation = "jsonschema.validate(json.load(open('plan.json')), json.load(open('\(schema)')))"
        if let output = try folder.python(validation, modules: "jsonschema") { #expect(output.code == 0, "\(output.errors)") }
        #expect(try folder.mail2graph("migrate", "--plan", "plan.json").errors.contains("0 sends accepted, 0 rejected, 2 undecided"))
        try folder.write("plan.json", Array(plan.replacing("\"accepted\": null", with: "\"accepted\": true", maxReplacements: 1).utf8))
        // Somebody's work: it does not give way as a page does.
        let again = try folder.mail2graph("report", ".", "-o", "again.html", "--save-plan", "plan.json", "--auth", "managed-identity")
        #expect(
            again.code == 2
                && again.errors
                    == "plan.json: error: holds decisions, which a new plan would not; name another file, or remove this one if they are no longer wanted\n"
        )
        #expect(try folder.text("plan.json").contains("\"accepted\": true") && !folder.snapshot().keys.contains("again.html"))
        #expect(try folder.mail2graph("migrate", "--plan", "plan.json").code == 1)
        #expect(try folder.text("a.ps1").contains("Send-MgUserMessage") && folder.text("sub/b.ps1") == sendingScript)
    }

    @Test("goes to standard output as - or by the names that the system has for it", arguments: ["-", "/dev/stdout", "/dev/fd/1"])
    func standardOutput(_ name: String) throws {
        let folder = try Folder(["a.ps1": sendingScript])
        let output = try folder.mail2graph("report", ".", "-o", name, "--save-plan", "plan.json")
        #expect(output.code == 0 && String(decoding: output.out, as: UTF8.self).hasPrefix("<!DOCTYPE html>"))
        #expect(output.errors.contains("The report is on standard output: open it in a browser, "))
        #expect(try folder.snapshot().keys.sorted() == ["a.ps1", "plan.json"])
        for command in ["inventory", "check"] {
            let report = try folder.mail2graph(command, ".", "--format", "sarif", "-o", name)
            #expect(String(decoding: report.out, as: UTF8.self).contains("\"runs\""), "\(command)")
        }
        let plan = try folder.mail2graph("report", ".", "-o", "page.html", "--save-plan", name)
        #expect(String(decoding: plan.out, as: UTF8.self).contains("\"mail2graph plan\""))
        let both = try folder.mail2graph("report", ".", "-o", "-", "--save-plan", name)
        #expect(both.code == 2 && both.out.isEmpty && both.errors.contains("-o and --save-plan both go to standard output"))
    }

    @Test("goes into a pipe that has no name, and leaves alone what standard output was led to", .enabled(if: ProgramRun.canFind("bash")))
    func pipes() throws {
        let folder = try Folder(["a.ps1": sendingScript])
        let command = "'\(executable.path)' report . -o >(cat > piped.html) --quiet; wait $!; echo first > led.html"
        _ = try folder.run("/usr/bin/env", ["bash", "-c", command + "; '\(executable.path)' report . -q -o /dev/stdout >> led.html"])
        #expect(try folder.text("piped.html").hasPrefix("<!DOCTYPE html>"))
        #expect(try folder.text("led.html").hasPrefix("first\n<!DOCTYPE html>"))
    }

    @Test("is not written over by its own plan", arguments: ["out.html", "./out.html"])
    func pageAndPlanInOneFile(_ plan: String) throws {
        let folder = try Folder(["a.ps1": sendingScript])
        let output = try folder.mail2graph("report", ".", "-o", "out.html", "--save-plan", plan, "--auth", "managed-identity")
        #expect(output.code == 2)
        #expect(output.errors.contains("-o and --save-plan name the same file, out.html: the plan would take the place of the page."))
        #expect(!FileManager.default.fileExists(atPath: folder["out.html"]))
    }

    @Test("is used in a browser: keys, buttons, filters, the plan", .enabled(if: hasBrowser, "needs Chromium, chromedriver and python3"))
    func browser() throws {
        let folder = try Folder()
        let script = repository.appendingPathComponent("scripts/report_page_test.py").path
        let output = try folder.run("/usr/bin/env", ["python3", script, executable.path, folder.path])
        #expect(output.code == 0, "\(String(decoding: output.out, as: UTF8.self))\(output.errors)")
    }
}

/// Debian: chromium, chromium-driver.
private let hasBrowser = ["python3", "chromium", "chromedriver"].allSatisfy(ProgramRun.canFind)
