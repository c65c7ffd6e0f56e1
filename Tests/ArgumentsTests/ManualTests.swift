import Arguments
import Foundation
import TestSupport
import Testing

@Suite("The man page")
struct ManualTests {
    private var page: String {
        guard case .show(let text) = mailer.parse(["manual"]) else { return "" }
        return text
    }

    @Test("has every command, option and value, and text that means nothing else")
    func content() {
        let lines = page.split(separator: "\n").map(String.init)
        for line in [
            ".Dt MAILER 1", ".Nd \"sends files by mail\"", ".Cm send", ".Ss \"mailer send\"", ".It Ar FILE ...",
            ".It Fl f , Fl \\-format Ar NAME", ".It Cm plain\\-text", ".It Fl h , Fl \\-help", ".It Ev NO_COLOR", ".It Pa .mailrc",
            "Any server\\eshare does.", "\\&.leading dot", "\\&'quote", ".Dl \"mailer send a.txt \\-\\-to b@contoso.com\"",
        ] {
            let isThere = lines.contains(line)
            #expect(isThere, "\(line)")
        }
    }

    @Test("is one that mandoc has nothing to say of", .enabled(if: ProgramRun.canFind("mandoc"), "mandoc is not there"))
    func lint() throws {
        let run = try ProgramRun(["mandoc", "-Tlint", "-Wwarning"], input: Array(page.utf8))
        #expect(run.code == 0, "\(String(decoding: run.out, as: UTF8.self))\(run.errors)")
    }
}
