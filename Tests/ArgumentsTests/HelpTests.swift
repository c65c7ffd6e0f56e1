import Arguments
import Testing

@Suite("Help")
struct HelpTests {
    private func shown(_ words: ArgumentText...) -> String? {
        guard case .show(let text) = mailer.parse(words) else { return nil }
        return text
    }

    @Test("of the program lists the commands")
    func program() {
        #expect(
            shown("--help") == """
                Sends files by mail.

                Usage:
                  mailer COMMAND [options] …

                Begin with send.

                Post:
                  send           Sends files.

                Look back:
                  list           Lists what was sent.

                About mailer:
                  help           Explains a command or a topic.
                  completions    Prints what teaches a shell to complete command lines.
                  manual         Prints the man page.

                Topics:
                  help servers   Who takes messages.

                Options:
                  -h, --help     This page; after a command, the page of that command.
                  -v, --version  The version of the program.

                """)
        #expect(shown("help") == shown("-h"))
        #expect(shown("-?") == shown("-h") && shown("/?") == shown("-h"))
        #expect(shown("--version") == "mailer 1.2.3\n" && shown("-v") == shown("--version"))
    }

    @Test("of a command says everything that was declared")
    func command() {
        #expect(
            shown("send", "a", "--help") == """
                Sends files.

                Usage:
                  mailer send [options] FILE…

                A first paragraph that is long enough to need more than one line of the eighty
                columns.

                    kept  as it is

                A last.

                Arguments:
                  FILE…  What goes with it.

                Options:
                  -f, --format NAME  The form of the body.
                        html         With markup. (default)
                        plain-text   Without.
                  -q, --quiet        Says nothing.
                  -v, --verbose      Says more.
                  -h, --help         Show this page.

                Delivery:
                  --server NAME     Who takes the message.
                  -t, --to ADDRESS  Who gets it.
                  --folder DIR      Where 'sent' mail goes.
                  --list FILE       Who gets it: one a line. [CSV]

                Exit codes:
                  0  Sent.
                  1  Not sent.

                Examples:
                  mailer send a.txt --to b@contoso.com
                    Sends one file to one person.

                """)
        #expect(shown("help", "send") == shown("send", "-h"))
        #expect(shown("send", "a", "-?") == shown("send", "-h") && shown("send", "/?") == shown("send", "-h"))
    }

    @Test("of a topic is a page of its own")
    func topic() {
        #expect(shown("help", "servers") == "Who takes messages.\n\nAny server\\share does.\n\n    .leading dot\n    'quote\n")
    }
}
