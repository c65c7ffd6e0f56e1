import Foundation
import TestSupport
import Testing

@testable import mail2graph

@Suite("Progress")
struct ProgressTests {
    /// Enough scripts that a run takes longer than the bar waits.
    private func folder() throws -> Folder {
        try Folder(Dictionary(uniqueKeysWithValues: (0..<400).map { ("ö\($0 % 7)/\($0).ps1", sendingScript) }))
    }

    /// What the tool writes to a terminal of 60 columns.
    private func onTerminal(_ folder: Folder, _ arguments: [String], terminal: String = "xterm") throws -> String {
        let script = """
            import fcntl, os, pty, struct, sys, termios
            child, terminal = pty.fork()
            if child == 0:
                fcntl.ioctl(2, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
                os.dup2(os.open("/dev/null", os.O_WRONLY), 1)
                os.environ["TERM"] = sys.argv[1]
                os.execv(sys.argv[2], sys.argv[2:])
            while True:
                try: piece = os.read(terminal, 65536)
                except OSError: break
                if not piece: break
                os.write(1, piece)
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
            """
        let run = try folder.run("/usr/bin/env", ["python3", "-c", script, terminal, executable.path] + arguments)
        #expect(run.code == 0, "\(run.errors)")
        return String(decoding: run.out, as: UTF8.self)
    }

    /// The lines that stand on a terminal in the end.
    private func screen(_ output: String) -> String {
        var lines = [""]
        for piece in output.replacing("\r\n", with: "\n").split(separator: "\r", omittingEmptySubsequences: false) {
            if piece.hasPrefix("\u{1B}[K") || piece.hasSuffix("\u{1B}[K") { lines[lines.count - 1] = "" }
            let texts = piece.replacing("\u{1B}[K", with: "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            lines[lines.count - 1] += texts[0]
            lines += texts.dropFirst()
        }
        return lines.joined(separator: "\n")
    }

    @Test("is drawn on a terminal, never longer than its lines, and leaves what is said as it is without one")
    func terminal() throws {
        let folder = try folder()
        let arguments = ["diff", ".", "--color", "never", "--auth", "managed-identity"]
        let output = try onTerminal(folder, arguments)
        let bars = output.split(separator: "\r").filter { $0.hasPrefix("[") }
        #expect(bars.contains { $0.contains(" of 400") && $0.contains(":") && $0.contains("  ö") })
        #expect(bars.allSatisfy { $0.replacing("\u{1B}[K", with: "").prefix { $0 != "\n" }.count < 60 })
        #expect(screen(output) == (try folder.run(executable.path, arguments)).errors)
    }

    @Test("is not drawn where nobody wants or can see it")
    func hidden() throws {
        let folder = try folder()
        #expect(try onTerminal(folder, ["diff", ".", "-q"]) == "")
        #expect(try !onTerminal(folder, ["diff", "."], terminal: "dumb").contains("\r["))
        #expect(try !folder.mail2graph("diff", ".").errors.contains("\r"))
    }

    @Test("a line says how much is done and where, as long as there is room")
    func line() {
        func line(_ done: Int, _ seconds: Int, width: Int, in folder: String = "scripts/Finance") -> String {
            ProgressBar.line(done: done, of: 3000, after: .seconds(seconds), in: FilePath(folder), width: width)
        }
        #expect(line(1500, 12, width: 79) == "[##########          ]   50%  1500 of 3000  0:12 left  scripts/Finance")
        #expect(line(1500, 12, width: 67) == "[##########          ]   50%  1500 of 3000  0:12 left  …ts/Finance")
        #expect(line(1, 3, width: 79, in: ".") == "[                    ]    0%  1 of 3000  2:29:57 left  .")
        #expect(line(3000, 90, width: 46) == "[####################]  100%  3000 of 3000")
        #expect(line(1500, 12, width: 30) == "[##########          ]   50%")
        #expect(line(1500, 12, width: 10) == "50%" || line(1500, 12, width: 10).count <= 10)
        #expect(line(1500, 12, width: 70, in: "größe/größe/größe").count < 70)
    }
}
