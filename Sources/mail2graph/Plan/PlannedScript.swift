import MailMigration

/// A script of a plan where it lies now.
struct PlannedScript: Sendable {
    var file: ScriptFile
    var planned: PlannedFile
    /// As it was reviewed.
    var options: PlanOptions
    /// What the scripts sign in with, placeholders filled.
    var signIn: SignIn
    /// What runs that were not taken back made of it as it was reviewed.
    var changes: [KeptFile]
}

extension ScriptResult {
    /// Reads a script of a plan and works out what the accepted changes make of it. Where it is not what was reviewed, or
    /// would not become what was reviewed, nothing is changed and a problem says why.
    /// - Parameters:
    ///   - sizeLimit: The most bytes that are read.
    ///   - library: The files that scripts load.
    init(applying script: PlannedScript, sizeLimit: Int, library: FileLibrary) {
        self.init(reading: script.file, sizeLimit: sizeLimit, library: library)
        guard let content else { return }
        let digest = SHA256(content.bytes).description
        if digest == script.planned.sha256 {
            apply(script)
        } else if script.isDone(by: content.bytes, digest, sizeLimit: sizeLimit, library: library) {
            leaveDone(script)
        } else {
            refuse("was changed since the plan was made, so it is left as it is", advice: "make a new report of it and decide again")
        }
    }

    /// Works out what becomes of the script as it was reviewed.
    fileprivate mutating func apply(_ script: PlannedScript) {
        let planned = script.planned
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

    /// What is left to say of a script that is as the plan left it.
    private mutating func leaveDone(_ script: PlannedScript) {
        var options = script.options.migrationOptions()
        options.signIn = script.signIn
        migrate(options)
        // The sends that were not accepted stand there in the order of the plan.
        let left = migration?.findings.filter(\.changes).map(\.extent.start) ?? []
        options.rejected = Set(left)
        migrate(options)
        let decisions = script.planned.sends.map(\.decision).filter { $0 != .accepted }
        undecided = Set(zip(left, decisions).filter { $1 == .undecided }.map(\.0))
        problems.append(Problem(.note, file.path, "is as the plan left it: what was accepted is done already"))
    }

    private mutating func refuse(_ reason: String, advice: String) {
        migration = nil
        rewrite = nil
        problems = [Problem(.incomplete, file.path, reason, advice: advice)]
    }
}

extension PlannedScript {
    /// Whether a script is what the plan makes of the one that was reviewed.
    fileprivate func isDone(by bytes: [UInt8], _ digest: String, sizeLimit: Int, library: FileLibrary) -> Bool {
        if digest == planned.resultSHA256 && planned.sends.allSatisfy({ $0.decision == .accepted }) { return true }
        return changes.contains { change in
            guard change.after == digest else { return false }
            var old = ScriptResult(
                reading: ScriptFile(path: file.path, location: change.backup, isNamed: false), as: file.location, sizeLimit: sizeLimit,
                library: library)
            guard let content = old.content, SHA256(content.bytes).description == planned.sha256 else { return false }
            old.apply(self)
            return old.rewrite?.new.bytes == bytes
        }
    }
}
