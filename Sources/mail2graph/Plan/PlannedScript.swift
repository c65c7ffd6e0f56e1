import MailMigration

/// A script of a plan where it lies now.
struct PlannedScript: Sendable {
    var file: ScriptFile
    var planned: PlannedFile
    /// As it was reviewed.
    var options: PlanOptions
    /// What the scripts sign in with, placeholders filled.
    var signIn: SignIn
}

extension ScriptResult {
    /// Reads a script of a plan and works out what the accepted changes make of it. Where it is not what was reviewed, or
    /// would not become what was reviewed, nothing is changed and a problem says why.
    /// - Parameter sizeLimit: The most bytes that are read.
    init(applying script: PlannedScript, sizeLimit: Int) {
        let planned = script.planned
        self.init(reading: script.file, sizeLimit: sizeLimit)
        guard let content else { return }
        if SHA256(content.bytes).description != planned.sha256 {
            refuse("was changed since the plan was made, so it is left as it is", advice: "make a new report of it and decide again")
            return
        }

        migrate(script.options.migrationOptions())
        let sends = Set(migration?.findings.filter(\.changes).map(\.extent.start) ?? [])
        if rewrite.map({ SHA256($0.new.bytes).description }) != planned.resultSHA256 {
            refuse(
                "would become something else than was reviewed, so it is left as it is: another version of mail2graph made the plan",
                advice: "make a new report of it and decide again")
            return
        }
        let accepted = Set(planned.sends.filter { $0.decision == .accepted }.map(\.offset))
        if let unknown = planned.sends.first(where: { !sends.contains($0.offset) }) {
            refuse(
                "has no send at offset \(unknown.offset), which the plan names, so it is left as it is", advice: "make a new report of it")
            return
        }

        var options = script.options.migrationOptions(rejected: sends.subtracting(accepted))
        options.signIn = script.signIn
        migrate(options)
        undecided = sends.subtracting(planned.sends.filter { $0.decision != .undecided }.map(\.offset))
    }

    private mutating func refuse(_ reason: String, advice: String) {
        migration = nil
        rewrite = nil
        problems = [Problem(.incomplete, file.path, reason, advice: advice)]
    }
}
