import Arguments
import TestSupport
import Testing

@testable import mail2graph

/// What the tool says of itself.
@Suite("Help of the tool")
struct OwnHelpTests {
    /// What an example is without what the shell makes of the rest.
    private func words(_ example: String) -> [ArgumentText] {
        example.split(separator: " ").prefix { ![">", "|", "&&"].contains($0) }.map { ArgumentText(String($0)) }
    }

    @Test("has no example that the tool refuses")
    func examples() {
        let examples = Mail2Graph.program.commands.flatMap { $0.declaration.examples }
        #expect(examples.count >= Mail2Graph.program.commands.count)
        for example in examples {
            if case .refuse(let error) = Mail2Graph.program.parse(words(example.command)) { Issue.record("\(example.command): \(error)") }
        }
    }

    @Test("has every command explained by an example and exit codes")
    func isComplete() {
        for command in Mail2Graph.program.commands.map({ $0.declaration }) {
            #expect(!command.examples.isEmpty && !command.exitCodes.isEmpty, "\(command.name)")
            #expect(command.arguments.allSatisfy { $0.declaration.help.hasSuffix(".") }, "\(command.name)")
        }
    }

    @Test("is a man page without mistakes", .enabled(if: ProgramRun.canFind("mandoc"), "mandoc is not there"))
    func manual() throws {
        let run = try ProgramRun(["mandoc", "-Tlint", "-Wwarning"], input: Folder().mail2graph("manual").out)
        #expect(run.code == 0, "\(String(decoding: run.out, as: UTF8.self))")
    }

    @Test("is completions that the shells can read", arguments: ["bash", "zsh", "fish"].filter(ProgramRun.canFind))
    func completions(shell: String) throws {
        let folder = try Folder()
        try folder.write("script", folder.mail2graph("completions", shell).out)
        let run = try folder.run(shell, ["-n", "script"])
        #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    }

    @Test("is what one gets who names no command, or a path in place of one")
    func newcomer() throws {
        let folder = try Folder(["scripts/a.ps1": sendingScript])
        let nothing = try folder.mail2graph()
        #expect(nothing.code == 2 && nothing.out.isEmpty)
        #expect(nothing.errors.contains("New here? mail2graph help first-steps"))
        #expect(nothing.errors.hasSuffix("mail2graph: name a command, as in 'mail2graph inventory scripts'.\n"))

        let path = try folder.mail2graph("scripts")
        #expect(path.code == 2 && path.errors.contains("Try 'mail2graph inventory scripts'."))
    }
}
