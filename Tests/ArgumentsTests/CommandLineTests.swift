import Arguments
import Testing

@Suite("Command lines")
struct CommandLineTests {
    private func parse(_ words: ArgumentText...) throws -> Send {
        let outcome = mailer.parse(words)
        guard case .run(let command) = outcome, let send = command as? Send else {
            Issue.record("\(outcome)")
            throw UsageError("no command")
        }
        return send
    }

    private func refusal(_ words: ArgumentText...) throws -> String {
        guard case .refuse(let error) = mailer.parse(words) else {
            Issue.record("\(words.map(\.string)) was accepted")
            return ""
        }
        return error.description
    }

    @Test("have defaults")
    func defaults() throws {
        let arguments = try parse("send", "a").parsed
        #expect(arguments[Send.format] == .html)
        #expect(arguments[Send.server] == nil)
        #expect(arguments[Send.recipients] == [])
        #expect(!arguments[Send.quiet] && !arguments.has(Send.format))
        #expect(arguments[Send.files] == ["a"])
    }

    @Test(
        "take options in every way they are written",
        arguments: [
            ["--format", "plain-text"], ["--format=plain-text"], ["-f", "plain-text"], ["-fplain-text"], ["-qfplain-text"],
            ["--format=html", "--format=PLAIN-TEXT"],
        ] as [[ArgumentText]])
    func ways(words: [ArgumentText]) throws {
        guard case .run(let command) = mailer.parse(["send", "a"] + words) else { throw UsageError("refused") }
        #expect((command as? Send)?.parsed[Send.format] == .plain)
    }

    @Test("take options and operands in any order, and only operands after --")
    func order() throws {
        let arguments = try parse("send", "a", "--to", "x", "b", "-t", "y", "-", "--", "--to", "-q").parsed
        #expect(arguments[Send.recipients] == ["x", "y"])
        #expect(arguments[Send.files] == ["a", "b", "-", "--to", "-q"])
        #expect(!arguments[Send.quiet])
    }

    @Test("keep bytes that are no text")
    func bytes() throws {
        let name = ArgumentText(bytes: [0x61, 0xFF, 0x0A])
        #expect(try parse("send", name).parsed[Send.files] == [name])
        #expect(try refusal("send", "a", "--server", name).contains("--server does not take"))
    }

    @Test("keep empty values and values with an equals sign")
    func emptyValues() throws {
        #expect(try parse("send", "a", "--server=").parsed[Send.server] == "")
        #expect(try parse("send", "a", "--server=-x=y").parsed[Send.server] == "-x=y")
    }

    @Test(
        "that are wrong are refused with what would be right",
        arguments: [
            (["send", "a", "--fromat", "html"], "there is no option --fromat; did you mean --format?"),
            (["send", "a", "--form", "html"], "did you mean --format?"),
            (["send", "a", "--bogus"], "there is no option --bogus."),
            (["send", "a", "-x"], "there is no option -x."),
            (["send", "a", "--format", "htlm"], "--format has no value 'htlm'; did you mean 'html'? It takes html or plain-text."),
            (["send", "a", "--format"], "--format needs a value: --format NAME, one of html or plain-text."),
            (["send", "a", "--server", "--quiet"], "--server needs a value: --server NAME."),
            (["send", "a", "--quiet=yes"], "--quiet takes no value"),
            (["send"], "FILE is missing."),
            (["send", "a", "-qv"], "--quiet and --verbose exclude each other."),
            (["list", "a"], "'a' is not expected"),
            (["sned"], "there is no command 'sned'; did you mean 'send'?"),
            (["zzz"], "there is no command 'zzz'; name one of send, list, help, completions or manual."),
            (["--quiet", "send"], "options come after it, as in 'mailer send a.txt --to b@contoso.com'."),
            (["--verison"], "did you mean --version?"),
            (["completions"], "SHELL is missing.\nUsage: mailer completions [options] SHELL\nExample: mailer completions bash > mailer.bash\n"),
            (["completions", "powershell"], "SHELL has no value 'powershell'. It takes bash, zsh or fish."),
            (["completions", "zsh", "fish"], "'fish' is not expected; one SHELL is named already: 'zsh'."),
            (["help", "sent"], "did you mean 'send'?"),
            ([], "Usage:\n  mailer COMMAND"), ([], "\nmailer: name a command, as in 'mailer send a.txt --to b@contoso.com'.\n"),
        ] as [([ArgumentText], String)])
    func wrong(words: [ArgumentText], message: String) throws {
        guard case .refuse(let error) = mailer.parse(words) else { throw UsageError("accepted") }
        #expect(error.description.contains(message))
    }

    @Test("that are wrong say the usage and where help is")
    func usage() throws {
        #expect(
            try refusal("send")
                == "mailer send: FILE is missing.\nUsage: mailer send [options] FILE…\nExample: mailer send a.txt --to b@contoso.com\nSee 'mailer send --help'.\n"
        )
    }

    @Test("that begin with a file or folder say what could be done with it")
    func pathInsteadOfCommand() throws {
        guard case .refuse(let error) = mailer.parse(["letters"], isPath: { $0 == "letters" }) else { throw UsageError("accepted") }
        #expect(error.description.contains("'letters' is a file or folder; what is to be done with it? Try 'mailer send letters'."))
    }
}
