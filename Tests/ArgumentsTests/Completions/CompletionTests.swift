import TestSupport
import Testing

/// What the Tab key gives, asked of the shells themselves.
@Suite("Completions")
struct CompletionTests {
    @Test("are a script that the shell can read", arguments: ["bash", "zsh", "fish"].filter(ProgramRun.canFind))
    func syntax(name: String) throws {
        let run = try Shell(name: name).check()
        #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    }

    @Test("in bash put in what fits", .enabled(if: ProgramRun.canFind("bash"), "bash is not there"))
    func inBash() throws {
        let expected = [
            ("mailer ", "mailer completions help list manual send"),
            ("mailer -", "mailer --help --version"),
            ("mailer send ", "mailer send it\\:1 letter.txt my\\ folder outbox"),
            ("mailer send my\\ folder/", "mailer send my\\ folder/a\\ b.txt"),
            ("mailer send \"my folder/", "mailer send \"my folder/a b.txt\""),
            ("mailer send it:", "mailer send it:1"),
            ("mailer send it\\:1/", "mailer send it\\:1/x.TXT"),
            ("mailer send list", "mailer send list.csv"),
            ("mailer send --f", "mailer send --folder --format"),
            ("mailer send --format ", "mailer send --format html plain-text"),
            ("mailer send --format=", "mailer send --format=html plain-text"),
            ("mailer send --format=p", "mailer send --format=plain-text"),
            ("mailer send -fh", "mailer send -fhtml"),
            ("mailer send -q --format=html --", "mailer send -q --format=html --folder --help --list --server --to --verbose"),
            ("mailer send --to x --to y --t", "mailer send --to x --to y --to"),
            ("mailer send --quiet -- --", "mailer send --quiet -- --"),
            ("mailer send --folder ", "mailer send --folder it\\:1 my\\ folder outbox"),
            ("mailer send --folder=m", "mailer send --folder=my\\ folder"),
            ("mailer send --list outbox/", "mailer send --list outbox/sent.csv"),
            ("mailer send --to ", "mailer send --to"),
            ("mailer list ", "mailer list --help"),
            ("mailer help s", "mailer help send servers"),
            ("mailer completions ", "mailer completions bash fish zsh"),
            ("mailer completions bash ", "mailer completions bash --help"),
        ]
        for ((line, completed), given) in zip(expected, try bash(expected.map(\.0))) { #expect(given == completed, "\(line)") }
    }

    @Test("in zsh list what fits and what it means", .enabled(if: ProgramRun.canFind("zsh"), "zsh is not there"))
    func inZsh() throws {
        let expected = [
            ("mailer se", ["[Post]", "send  -- Sends files"]),
            ("mailer -", ["[option]", "--help     -h  -- Show help", "--version  -v  -- Show the version"]),
            ("mailer send ", ["[FILE]", "it:1/        letter.txt   my\\ folder/  outbox/"]),
            ("mailer send it:1/", ["[FILE]", "x.TXT"]),
            ("mailer send list", ["[FILE]", "list.csv"]),
            ("mailer send --f", ["[option]", "--folder  -- Where 'sent' mail goes", "--format  -- The form of the body"]),
            ("mailer send --l", ["[option]", "--list  -- Who gets it: one a line"]),
            ("mailer send --format ", ["[NAME]", "html        -- With markup", "plain-text  -- Without"]),
            ("mailer send --format=p", ["[NAME]", "plain-text  -- Without"]),
            ("mailer send -fh", ["[NAME]", "html  -- With markup"]),
            ("mailer send -q --q", []),
            ("mailer send --to x --t", ["[option]", "--to  -- Who gets it"]),
            ("mailer send --quiet -- --", []),
            ("mailer send --folder=m", ["[DIR]", "my\\ folder/"]),
            ("mailer send --to ", ["[ADDRESS]"]),
            ("mailer help s", ["[TOPIC]", "send     -- Sends files", "servers  -- Who takes messages"]),
        ]
        for ((line, listed), given) in zip(expected, try zsh(expected.map(\.0))) { #expect(given == listed, "\(line)") }
    }

    @Test("in fish list what fits and what it means", .enabled(if: ProgramRun.canFind("fish"), "fish is not there"))
    func inFish() throws {
        let expected = [
            ("mailer se", ["send\tSends files"]),
            ("mailer --", ["--help\tShow help", "--version\tShow the version"]),
            ("mailer send ", ["it:1/", "letter.txt", "my folder/", "outbox/"]),
            ("mailer send my\\ folder/", ["my folder/a b.txt"]),
            ("mailer send list", ["list.csv"]),
            ("mailer send --f", ["--folder\tWhere 'sent' mail goes", "--format\tThe form of the body"]),
            ("mailer send --format ", ["html\tWith markup", "plain-text\tWithout"]),
            ("mailer send --format=p", ["--format=plain-text\tWithout"]),
            ("mailer send -fh", ["-fhtml\tWith markup"]),
            ("mailer send -q --q", []),
            ("mailer send --format=html --fo", ["--folder\tWhere 'sent' mail goes"]),
            ("mailer send --to x --t", ["--to\tWho gets it"]),
            ("mailer send --quiet -- --", []),
            ("mailer send --folder=m", ["--folder=my folder/\tWhere 'sent' mail goes"]),
            ("mailer send --to ", []),
            ("mailer help s", ["send\tSends files", "servers\tWho takes messages"]),
            ("mailer completions bash ", []),
        ]
        for ((line, listed), given) in zip(expected, try fish(expected.map(\.0))) { #expect(given == listed, "\(line)") }
    }
}
