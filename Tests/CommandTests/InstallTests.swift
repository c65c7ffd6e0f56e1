import Foundation
import TestSupport
import Testing

@Suite("make install")
struct InstallTests {
    /// With the tool that the tests run, which is built already.
    private func make(_ target: String, in folder: Folder) throws -> ProgramRun {
        let built = executable.deletingLastPathComponent().path
        return try ProgramRun(
            ["make", "--silent", "--old-file=build", target, "PREFIX=/usr", "DESTDIR=\(folder.path)", "BUILD=\(built)"], in: repository)
    }

    @Test("puts everything where the system looks for it, and uninstall takes it away")
    func install() throws {
        let folder = try Folder()
        let installed = try make("install", in: folder)
        #expect(installed.code == 0, "\(installed.errors)")
        let files = [
            "bin/mail2graph", "share/bash-completion/completions/mail2graph", "share/fish/vendor_completions.d/mail2graph.fish",
            "share/man/man1/mail2graph.1", "share/zsh/site-functions/_mail2graph",
        ].map { "usr/" + $0 }
        let found = try folder.snapshot()
        #expect(found.keys.sorted() == files)
        #expect(String(decoding: installed.out, as: UTF8.self).split(separator: "\n").sorted() == files.map { Substring(folder[$0]) })

        let version = try folder.run(folder["usr/bin/mail2graph"], ["--version"])
        #expect(version.code == 0 && version.out.starts(with: "mail2graph ".utf8))
        #expect(try folder.text("usr/share/man/man1/mail2graph.1").contains("\n.Dt MAIL2GRAPH 1\n"))
        #expect(try folder.text("usr/share/bash-completion/completions/mail2graph").contains("\ncomplete -F _mail2graph "))
        #expect(try folder.text("usr/share/zsh/site-functions/_mail2graph").hasPrefix("#compdef mail2graph\n"))
        #expect(try folder.text("usr/share/fish/vendor_completions.d/mail2graph.fish").contains("\ncomplete -c 'mail2graph' "))

        #expect(try make("uninstall", in: folder).code == 0)
        #expect(try folder.snapshot().isEmpty)
    }
}
