import PowerShellAnalysis
import PowerShellSyntax

/// Finds calls of commands that have the name of a known sender and are defined in a file that the script loads.
struct LoadedSenders {
    let script: ScriptFacts

    var findings: [Finding] {
        script.tree.all(Command.self).compactMap { command in
            guard case .loaded(let loaded) = script.names.resolve(command, module: "", facts: script.variables),
                let known = known(loaded.name.lowercased())
            else { return nil }
            return finding(command, calling: loaded, insteadOf: known)
        }
    }

    private func known(_ name: String) -> KnownSender? {
        KnownSender.commands[name] ?? (KnownSender.commonNames.contains(name) ? nil : KnownSender.programs[name])
    }

    private func finding(_ command: Command, calling loaded: LoadedCommand, insteadOf known: KnownSender) -> Finding {
        let reason =
            if let module = known.module {
                LeaveReason(calling: loaded, insteadOf: "the one of \(module)", named: "\(module)\\\(known.name)")
            } else {
                LeaveReason(calling: loaded, insteadOf: "the program", named: "\(known.name).exe")
            }
        return Finding(
            extent: command.extent, line: script.tree.source.line(at: command.extent.start), outcome: reason.outcome,
            message: reason.sentence, category: reason.category.rawValue, advice: reason.advice, notes: [],
            sending: Sending(sender: Sender(calling: loaded), route: known.route))
    }
}

extension Sender {
    /// A command of a file that the script loads.
    init(calling command: LoadedCommand) { self.init(kind: .module, name: command.name, module: command.file) }
}

extension LeaveReason {
    /// What has the name of a sender is a command of a file that the script loads.
    /// - Parameters:
    ///   - sender: What it is not.
    ///   - name: What that is called where no other can be meant.
    init(calling command: LoadedCommand, insteadOf sender: String, named name: String) {
        let what =
            command.target.map { "an alias of \(command.file), line \(command.line), for \($0)" }
            ?? "a function of \(command.file), line \(command.line)"
        guard let doubt = command.doubt else {
            self.init(.otherFile, "\(command.name) is \(what), and not \(sender)", advice: "What sends stands there: migrate that file.")
            return
        }
        self.init(
            .unclearCommand, "\(command.name) may be \(what), and not \(sender): \(doubt)",
            advice: "If that is what it calls, there is nothing to do here: migrate that file. If not, write \(name) and run again.")
    }
}

extension LoadedFiles {
    /// What to know of a script that loads a file which could not be looked at; nil where it loads none.
    var note: String? {
        guard let first = unread.first else { return nil }
        let count = Set(unread.map(\.name)).count - 1
        let others = count > 0 ? ", and \(count) more like it" : ""
        return "Line \(first.line) loads \(first.name), \(first.reason)\(others). Check that no Send-MailMessage is defined there and no "
            + "$PSDefaultParameterValues are set for it: the script would follow them."
    }
}
