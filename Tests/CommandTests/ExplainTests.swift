import Foundation
import Testing

@testable import mail2graph

@Suite("mail2graph explain")
struct ExplainTests {
    private let script = """
        $to = 'b@contoso.com'
        $mail = @{
            From       = 'a@contoso.com'
            SmtpServer = 'smtp.office365.com'
        }
        Send-MailMessage @mail -To $to 'Report' -Body (Get-Content report.txt | Out-String)

        Send-MailMessage -To $to -From 'a@contoso.com' -Subject 'Report' -SmtpServer $server

        """

    private func folder() throws -> Folder { try Folder(["x.ps1": script]) }

    private func out(_ output: Folder.Output) -> String { String(decoding: output.out, as: UTF8.self) }

    @Test("says all that decides about a send")
    func send() throws {
        let output = try folder().mail2graph("explain", "x.ps1:6", "--auth", "managed-identity")
        #expect(output.code == 0 && output.errors.isEmpty)
        #expect(
            out(output) == """
                x.ps1:6: moved
                  Goes through Graph now, from the mailbox a@contoso.com.

                  The call
                    Send-MailMessage @mail -To $to 'Report' -Body (Get-Content report.txt | Out-String)

                  What it gets
                    -Body Get-Content …: by its name; only known when the script runs.
                    -From 'a@contoso.com': by @mail, made on line 2; constant.
                    -SmtpServer 'smtp.office365.com': by @mail, made on line 2; constant.
                    -Subject 'Report': by its place, as argument 1 without a name; constant.
                    -To $to
                        By its name; always 'b@contoso.com'. $to is set on line 1 ('b@contoso.com').

                  What decides
                    Command        The cmdlet Send-MailMessage, called by its name.
                    Server         smtp.office365.com is Exchange Online, by its name.
                    Mailbox        a@contoso.com, which From says.
                    SMTP sign-in   The account that the script runs under.
                    Graph sign-in  Connect-MgGraph (managed-identity) goes in front of line 6.
                    Errors         Neither -ErrorAction nor $ErrorActionPreference says anything else than the
                                   default. A send that fails is reported, and the script goes on. The migrated code
                                   does the same.
                    TLS            The script does not set TLS 1.2; a line that does is added if the send moves.

                """)
    }

    @Test("takes the line in any form, and options as the other commands do")
    func places() throws {
        let folder = try folder()
        for words in [["x.ps1:8"], ["x.ps1", "8"], ["x.ps1:8:1"], ["x.ps1:8:"]] {
            let output = try folder.run(executable.path, ["explain"] + words)
            #expect(output.code == 0)
            #expect(out(output).hasPrefix("x.ps1:8: left\n  Its server, $server, is only known when the script runs.\n"), "\(words)")
        }
        #expect(try out(folder.mail2graph("explain", "x.ps1:3")).hasPrefix("x.ps1:6: moved"))
        #expect(try out(folder.mail2graph("explain", "x.ps1", "8", "--server-policy", "all")).hasPrefix("x.ps1:8: moved"))
        let all = try out(folder.mail2graph("explain", "x.ps1"))
        #expect(all.contains("x.ps1:6: moved") && all.contains("\n\nx.ps1:8: left"))
        try folder.write("a:7", Array(script.utf8))
        #expect(try out(folder.mail2graph("explain", "a:7")).hasPrefix("a:7:6: moved"))
        #expect(try folder.mail2graph("explain", "x.ps1", "0").code == 2)
        #expect(try folder.mail2graph("explain", "x.ps1", "eight").errors.contains("'eight' is no line"))
        #expect(try folder.mail2graph("explain", "a", "1", "2").code == 2)
    }

    @Test("says where the nearest sends are where a line holds none, and what only looks like one")
    func nothing() throws {
        let folder = try folder()
        let near = try folder.mail2graph("explain", "x.ps1:7")
        #expect(near.code == 1 && near.out.isEmpty)
        #expect(near.errors == "x.ps1:7: warning: holds no send; the nearest are on line 6 and line 8: mail2graph explain x.ps1:6\n")
        try folder.write("own.ps1", Array("function Send-MailMessage { }\nSend-MailMessage -To a\n".utf8))
        let own = try folder.mail2graph("explain", "own.ps1:2")
        #expect(own.code == 1)
        #expect(
            out(own)
                == "own.ps1:2: no send\n  Send-MailMessage is a function of the script (line 1), not the cmdlet; what sends is inside of it.\n"
        )
        try folder.write("none.ps1", Array("Get-Date\n".utf8))
        #expect(try folder.mail2graph("explain", "none.ps1").errors.hasPrefix("none.ps1: warning: holds no send that could be found; "))
        try folder.write("broken.ps1", Array("if (\n".utf8))
        let broken = try folder.mail2graph("explain", "broken.ps1")
        #expect(broken.code == 1 && broken.errors.hasPrefix("broken.ps1:1: warning: can't be parsed: "))
        #expect(
            try folder.mail2graph("explain", "nowhere.ps1:3").errors.hasPrefix("nowhere.ps1: error: can't be read: no such file or folder"))
        #expect(try folder.mail2graph("explain", ".").code == 2)
    }
}
