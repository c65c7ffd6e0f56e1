import MailMigration

/// The scripts of a plan where they lie now.
struct PlanScripts: Sendable {
    /// In the order of the plan.
    private(set) var scripts: [PlannedScript] = []
    private(set) var problems: [Problem] = []
    /// Without links.
    let folder: FilePath

    /// - Parameters:
    ///   - folder: Where the scripts of the plan lie now.
    ///   - paths: Only scripts that these name or that lie in them; empty for all.
    ///   - signIn: What the command line gives; the plan has the rest.
    ///   - backupParent: The folder for the backups; nil for that of the scripts.
    init(_ plan: Plan, in folder: FilePath, only paths: [FilePath], signIn: SignIn, backupParent: FilePath?) throws(FileError) {
        self.folder = try resolved(folder)
        let changes = (try? RunHistory(of: backupParent ?? self.folder))?.changes ?? [:]
        let here = try? resolved(FilePath("."))
        var places: [(path: FilePath, location: FilePath, isUsed: Bool)] = []
        for path in paths {
            do throws(FileError) {
                places.append((path, try resolved(path), false))
            } catch {
                problems.append(Problem(.failure, path, doing: "can't be read", error))
            }
        }
        for planned in plan.files {
            let location = self.folder.appending(planned.path.bytes)
            if !paths.isEmpty {
                guard let place = places.firstIndex(where: { location == $0.location || location.relative(to: $0.location) != nil }) else {
                    continue
                }
                places[place].isUsed = true
            }
            let path = location.shown(from: here)
            if let problem = obstacle(to: location, shownAs: path) {
                problems.append(problem)
                continue
            }
            let options = planned.options ?? plan.options
            scripts.append(
                PlannedScript(
                    file: ScriptFile(path: path, location: location, isNamed: false), planned: planned, options: options,
                    signIn: signIn.completed(with: options.signIn),
                    changes: changes[location]?.filter { $0.before == planned.sha256 } ?? []))
        }
        problems += places.filter { !$0.isUsed }.map {
            Problem(.failure, $0.path, "holds no script of the plan", advice: "name a script or a folder of \(self.folder)")
        }
    }

    private func obstacle(to location: FilePath, shownAs path: FilePath) -> Problem? {
        do throws(FileError) {
            if try resolved(location) == location { return nil }
            return Problem(
                .incomplete, path, "was a file when the plan was made and lies behind a link now, so it is left as it is",
                advice: "make a new report of it and decide again")
        } catch {
            if error != .noSuchFile { return Problem(.incomplete, path, doing: "can't be read", error) }
            return Problem(
                .incomplete, path, "is in the plan and is not there any more",
                advice: "make a new report, or say with --folder where the scripts lie now")
        }
    }

    // MARK: What is to be done

    /// How the decisions came out: `3 sends accepted, 1 rejected, 0 undecided`.
    var decisions: String {
        func count(_ decision: PlannedSend.Decision) -> Int {
            scripts.reduce(0) { $0 + $1.planned.sends.count { $0.decision == decision } }
        }
        let accepted = count(.accepted)
        return "\(accepted) \(accepted == 1 ? "send" : "sends") accepted, \(count(.rejected)) rejected, \(count(.undecided)) undecided"
    }

    /// What keeps the accepted changes from being made: nobody may find out at night.
    var obstacle: (reason: String, advice: String)? {
        let accepted = scripts.filter { $0.options.scope == .all && $0.planned.sends.contains { $0.decision == .accepted } }
        if let conflict = accepted.lazy.compactMap({ $0.signIn.conflict(with: $0.options.target) }).first {
            return ("the accepted changes can't be made: \(conflict)", "see --auth")
        }
        var missing: [String] = []
        for script in accepted {
            var options = script.options.migrationOptions()
            options.signIn = script.signIn
            missing += options.missingSignIn.map(\.flags).filter { !missing.contains($0) }
        }
        if missing.isEmpty { return nil }
        return (
            "the migrated scripts could not sign in: the plan has placeholders in place of \(missing.joined(separator: ", "))",
            "give what is missing on the command line"
        )
    }

    /// What is otherwise than it was reviewed; nil where nothing is.
    var signInNote: String? {
        var names: [String] = []
        for script in scripts {
            names += script.signIn.differences(from: script.options.signIn).filter { !names.contains($0) }
        }
        if names.isEmpty { return nil }
        return "The sign-in is not the one of the plan but the command line's: \(names.joined(separator: ", "))."
    }
}

extension Plan {
    fileprivate init(readFrom file: FilePath) throws(Problem) {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContent(of: file).bytes
        } catch {
            var problem = Problem(.failure, file, doing: "the plan can't be read", error)
            if error == .noSuchFile { problem.advice += "; a browser puts a plan that it saves where its downloads go" }
            throw problem
        }
        if bytes.starts(with: Array("<!DOCTYPE html".utf8)) {
            throw Problem(
                .failure, file, "is the page of a report, and no plan",
                advice: "open it in a browser and save the plan: the browser puts it where its downloads go")
        }
        do throws(PlanError) {
            try self.init(json: bytes)
        } catch {
            throw Problem(
                .failure, file, "the plan can't be followed: \(error)",
                advice: "mend it, or make a new report with this version and save its plan")
        }
    }
}

extension PlanScripts {
    /// - Parameter backupParent: The folder for the backups; nil for that of the scripts.
    /// - Throws: Why the plan can't be followed.
    init(_ arguments: PlanArguments, backupParent: FilePath?) throws(Problem) {
        let plan = try Plan(readFrom: arguments.file)
        do throws(FileError) {
            try self.init(
                plan, in: arguments.folder ?? plan.folder, only: arguments.paths, signIn: arguments.signIn, backupParent: backupParent)
        } catch {
            throw Problem(
                .failure, arguments.folder ?? plan.folder, "the folder of the plan can't be read: \(error.reason)",
                advice: "say with --folder where its scripts lie now")
        }
        if let obstacle { throw Problem(.failure, arguments.file, obstacle.reason, advice: obstacle.advice) }
    }
}

extension SignIn {
    /// With what another gives where this one gives nothing.
    fileprivate func completed(with other: SignIn) -> SignIn {
        SignIn(
            method: method ?? other.method, tenantID: tenantID ?? other.tenantID, clientID: clientID ?? other.clientID,
            certificateThumbprint: certificateThumbprint ?? other.certificateThumbprint, secret: secret ?? other.secret)
    }

    /// The options of the command line for what is not as in another.
    fileprivate func differences(from other: SignIn) -> [String] {
        let secretOption = if case .vault = secret { "--secret-name" } else { "--secret-variable" }
        let pairs: [(String, Bool)] = [
            ("--auth", method != other.method), ("--tenant-id", tenantID != other.tenantID), ("--client-id", clientID != other.clientID),
            ("--certificate-thumbprint", certificateThumbprint != other.certificateThumbprint), (secretOption, secret != other.secret),
        ]
        return pairs.filter(\.1).map(\.0)
    }
}
