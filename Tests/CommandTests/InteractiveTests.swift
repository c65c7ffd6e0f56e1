import Foundation
import TestSupport
import Testing

@testable import mail2graph

@Suite("mail2graph migrate --interactive")
struct InteractiveTests {
    private static let send = "Send-MailMessage -From 'a@contoso.com' -To 'b@contoso.com' -SmtpServer smtp.office365.com -UseSsl -Subject"
    private static let three = "\(send) 'One'\n\(send) 'Two'\n\(send) 'Three'\n"

    private func answering(_ answers: String, in folder: Folder) throws -> Folder.Output {
        try folder.write("answers", Array(answers.utf8))
        return try folder.mail2graph("migrate", "-i", ".", "--auth", "managed-identity", through: "exec < answers")
    }

    /// Which of the three sends stay as they are.
    private func kept(_ name: String, in folder: Folder) throws -> [String] {
        let text = try folder.text(name)
        return ["One", "Two", "Three"].filter { text.contains("\(Self.send) '\($0)'") }
    }

    @Test(
        "takes the answers of git add -p",
        arguments: [
            ("y\nn\nyes\n", ["Two"], 0), ("n\na\n", ["One"], 0), ("y\nd\n", ["Two", "Three"], 0), ("y\nq\n", ["Two", "Three"], 0),
            ("q\n", ["One", "Two", "Three"], 0), ("?\nmaybe\n y \nN\nn\n", ["Two", "Three"], 2),
        ])
    func answers(typed: String, expected: [String], helps: Int) throws {
        let folder = try Folder(["a.ps1": Self.three])
        let output = try answering(typed, in: folder)
        #expect(output.code == 1)
        #expect(try kept("a.ps1", in: folder) == expected)
        let shown = String(decoding: output.out, as: UTF8.self)
        #expect(shown.contains("a.ps1:1: Goes through Graph now") && shown.contains("(1/3) Accept this change [y,n,a,d,q,?]? "))
        #expect(shown.components(separatedBy: "y - accept this change\n").count == helps + 1)
        #expect(try folder.text("a.ps1").contains("Connect-MgGraph") == (expected.count < 3))
    }

    @Test("shows of each change what accepting it adds to what was accepted")
    func steps() throws {
        let folder = try Folder(["a.ps1": Self.three])
        let parts = String(decoding: try answering("y\ny\ny\n", in: folder).out, as: UTF8.self).components(
            separatedBy: "Accept this change")
        #expect(
            parts[0].contains("+Connect-MgGraph") && parts[0].contains("-\(Self.send) 'One'") && !parts[0].contains("-\(Self.send) 'Two'"))
        #expect(!parts[1].contains("+Connect-MgGraph") && parts[1].contains("-\(Self.send) 'Two'"))
        #expect(parts[2].contains("--- a/a.ps1") && parts[2].contains("+    subject      = 'Three'"))
    }

    @Test("writes script by script, stops where it is told to, and undo takes it back")
    func scripts() throws {
        let folder = try Folder(["a.ps1": Self.three, "b.ps1": Self.three, "c.ps1": Self.three])
        let output = try answering("a\ny\nq\n", in: folder)
        #expect(try kept("a.ps1", in: folder) == [] && kept("b.ps1", in: folder) == ["Two", "Three"])
        #expect(try folder.text("c.ps1") == Self.three)
        #expect(output.errors.contains("b.ps1: note: was the last script that was asked about"))
        #expect(output.errors.contains("2 × not decided in the review"))
        #expect(try folder.mail2graph("undo").code == 0)
        #expect(try ["a.ps1", "b.ps1", "c.ps1"].allSatisfy { try folder.text($0) == Self.three })
    }

    @Test("leaves the script at hand as it is where the answers end")
    func endOfInput() throws {
        let folder = try Folder(["a.ps1": Self.three, "b.ps1": Self.three])
        let output = try answering("d\ny\n", in: folder)
        #expect(output.code == 2)
        #expect(
            output.errors.contains(
                "b.ps1: error: standard input ended before all about it was said, so it and what follows stay as they are"))
        #expect(try folder.text("a.ps1") == Self.three && folder.text("b.ps1") == Self.three)
        #expect(!FileManager.default.fileExists(atPath: folder[".mail2graph"]))
    }

    @Test(
        "at a terminal hears Control-C at a question, keeps what was written and touches nothing else",
        .enabled(if: ProgramRun.canFind("python3"), "needs python3"))
    func terminal() throws {
        let folder = try Folder(["a.ps1": Self.three, "b.ps1": Self.three, "c.ps1": Self.three])
        let output = try folder.run("/usr/bin/env", ["python3", "-c", Self.typist, executable.path, "a", "y", "\u{3}"])
        let shown = String(decoding: output.out, as: UTF8.self)
        #expect(shown.hasSuffix("exit 2\n"), "\(shown)\(output.errors)")
        #expect(shown.contains("\u{1B}[32m+Connect-MgGraph") && shown.contains("\u{1B}[1m(1/3) Accept this change"))
        #expect(shown.contains("b.ps1") && shown.contains("was the last script before the run was interrupted"))
        #expect(try kept("a.ps1", in: folder) == [])
        #expect(try folder.text("b.ps1") == Self.three && folder.text("c.ps1") == Self.three)
    }

    @Test("goes with no plan, and needs the sign-in as any migrate")
    func conflicts() throws {
        let folder = try Folder(["a.ps1": Self.three])
        #expect(try folder.mail2graph("migrate", "-i", "--plan", "x", ".").errors.contains("--plan and --interactive exclude each other"))
        let output = try folder.mail2graph("migrate", "-i", ".", through: "echo y |")
        #expect(output.code == 2 && output.out.isEmpty && output.errors.contains("could not sign in"))
    }

    /// Types each answer once the question is there.
    private static let typist = """
        import os, pty, signal, sys
        tool, *answers = sys.argv[1:]
        child, terminal = pty.fork()
        if child == 0:
            # What the test itself does not hear, the tool is to hear.
            signal.pthread_sigmask(signal.SIG_SETMASK, [])
            # Should it hear nothing all the same, it does not hold up the tests.
            signal.alarm(60)
            os.environ["TERM"] = "xterm"
            os.environ.pop("NO_COLOR", None)
            os.execv(tool, [tool, "migrate", "--interactive", ".", "--auth", "managed-identity"])
        seen, asked = b"", 0
        while True:
            try:
                more = os.read(terminal, 4096)
            except OSError:
                break
            if not more:
                break
            seen += more
            while seen.count(b"?]? ") > asked and answers:
                asked += 1
                answer = answers.pop(0)
                os.write(terminal, answer.encode() + (b"" if answer == "\\x03" else b"\\n"))
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.write(seen.decode().replace("\\r\\n", "\\n") + f"exit {status}\\n")
        """
}
