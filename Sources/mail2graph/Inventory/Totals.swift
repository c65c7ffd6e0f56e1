import MailMigration

extension Inventory {
    /// What there is in all, counted.
    struct Totals: Codable, Hashable, Sendable {
        /// Scripts that were read.
        var scripts: Int
        /// Those of them that send.
        var sendingScripts: Int
        /// Places that send.
        var sends: Int
        /// How many sends have each status, all of them named.
        var byStatus: [String: Int]
        /// The most frequent first.
        var bySender: [Count]
        /// Why sends are left or stay, the most frequent first.
        var byReason: [Count]
        /// How many scripts that send do what about TLS, all of them named.
        var byTLS: [String: Int]
    }

    struct Count: Codable, Hashable, Sendable {
        var name: String
        var count: Int
    }

    /// What the scripts need to send through Graph once all that can move has moved.
    struct Needs: Codable, Hashable, Sendable {
        var permissions: [String]
        var modules: [String]
        var mailboxes: [String]
        /// Mailboxes of sends that are left: they come in when somebody has moved those.
        var laterMailboxes: [String]
        /// Sends whose mailbox is only known when the script runs.
        var unknownMailboxes: [UnknownMailbox]
        /// Commands of Exchange Online PowerShell that let the application send from these mailboxes and no others.
        var scoping: [String]
    }

    struct UnknownMailbox: Codable, Hashable, Sendable {
        var path: String
        var line: Int
        var expression: String
    }
}

extension Inventory.Totals {
    init(_ scripts: [Inventory.Script], read: Int) {
        let sending = scripts.filter { !$0.sends.isEmpty }
        let all = sending.flatMap(\.sends)
        self.scripts = read
        sendingScripts = sending.count
        sends = all.count
        byStatus = counts(all.map(\.status))
        bySender = ranked(all.map(\.sender))
        byReason = ranked(all.compactMap(\.reason))
        byTLS = counts(sending.map(\.tls))
    }

    func count(_ status: Inventory.Status) -> Int { byStatus[status.rawValue] ?? 0 }
}

private func counts<Name: RawRepresentable<String> & CaseIterable>(_ names: [Name]) -> [String: Int] {
    names.reduce(into: Dictionary(uniqueKeysWithValues: Name.allCases.map { ($0.rawValue, 0) })) { $0[$1.rawValue]! += 1 }
}

private func ranked(_ names: [String]) -> [Inventory.Count] {
    Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +).map { Inventory.Count(name: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
}

extension Inventory.Needs {
    /// - Parameter scripts: Each with what is to be done to it.
    init(_ scripts: [(script: Inventory.Script, options: MigrationOptions)]) {
        var modules: Set<String> = []
        var later: Set<String> = []
        // What each application may do. One that is not named yet is one too.
        var applications: [String?: (mailboxes: Set<String>, permissions: Set<String>)] = [:]
        var all: (mailboxes: Set<String>, permissions: Set<String>) = ([], [])
        unknownMailboxes = []
        for (script, options) in scripts {
            for send in script.sends {
                let mailboxes = send.mailboxes.values.filter { $0.contains("@") }
                if send.status == .left { later.formUnion(mailboxes) }
                guard let target = send.target(options) else { continue }
                let permissions = target.permissions
                modules.formUnion(target.modules)
                all = (all.mailboxes.union(mailboxes), all.permissions.union(permissions))
                if options.signsInAsApplication {
                    let known = applications[options.signIn.clientID] ?? ([], [])
                    applications[options.signIn.clientID] = (known.mailboxes.union(mailboxes), known.permissions.union(permissions))
                }
                if let expression = send.mailboxes.expression {
                    unknownMailboxes.append(.init(path: script.path, line: send.place.line, expression: expression))
                }
            }
        }
        permissions = all.permissions.sorted()
        self.modules = modules.sorted()
        mailboxes = all.mailboxes.sorted()
        laterMailboxes = later.subtracting(all.mailboxes).sorted()
        let commands = applications.sorted { ($0.key ?? "") < ($1.key ?? "") }.enumerated().flatMap { index, application in
            MailboxScope(
                mailboxes: application.value.mailboxes.sorted(), permissions: application.value.permissions.sorted(),
                clientID: application.key
            ).commands(number: index + 1)
        }
        scoping = commands.isEmpty ? [] : [MailboxScope.connect] + commands
    }
}

extension Inventory.Send {
    /// What it needs on Graph; nil where it does not go there.
    fileprivate func target(_ options: MigrationOptions) -> (permissions: [String], modules: [String])? {
        switch status {
        case .moves: return (options.target.permissions, options.target.modules)
        case .onGraph:
            let target = Target(rawValue: sender.lowercased())
            return (target?.permissions ?? ["Mail.Send"], target?.modules ?? [module].compactMap { $0 })
        case .secured, .left, .stays, .elsewhere, .unaffected: return nil
        }
    }
}

extension MigrationOptions {
    /// Who signs in as a person sends as that person and needs no scope.
    fileprivate var signsInAsApplication: Bool {
        switch signIn.method(for: target) {
        case .certificate, .secret, .managedIdentity: true
        case .delegated, .none: false
        }
    }
}
