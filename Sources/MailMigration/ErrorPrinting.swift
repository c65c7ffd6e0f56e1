import PowerShellAnalysis

extension ErrorHandling {
    /// The parameters by which a cmdlet of the Graph SDK treats errors as the script did; the second for a call that
    /// follows the first of the same send.
    var commonParameters: (first: String, second: String) {
        var parameters = ""
        if let action { parameters += " -ErrorAction \(action.argument)" }
        // What a script sets does not reach the functions of a module (msgraph-sdk-powershell#896).
        if stopsByPreference { parameters += " -ErrorAction Stop" }
        guard let variable else { return (parameters, parameters) }
        let name = variableName(variable)
        let isAdded = name.hasPrefix("+")
        return (parameters + " -ErrorVariable \(name)", parameters + " -ErrorVariable \(isAdded ? name : "+" + name)")
    }

    /// `-ErrorVariable` of a request that throws: it empties the variable where nothing fails.
    var variableParameter: String { variable.map { " -ErrorVariable \(variableName($0))" } ?? "" }

    private func variableName(_ variable: ScriptValue) -> String {
        if case .string(let string)? = variable.expression { string.value } else { variable.argument }
    }

    /// The parameters of `Write-Error` in a `catch`.
    fileprivate var writeErrorParameters: String {
        (action.map { " -ErrorAction \($0.argument)" } ?? "") + (variable.map { " -ErrorVariable \(variableName($0))" } ?? "")
    }
}

/// What is put around the code of a send.
enum Guard {
    /// Nothing: what fails does what it did.
    case none
    /// What is thrown is reported, and the script goes on.
    case report
    /// What is thrown ends the script.
    case stop
}

extension Send {
    /// What keeps the new code from ending what the original let go on, or from going on where the original ended.
    func guarding(for target: Target, _ facts: VariableFacts) -> Guard {
        let requestThrows = target == .invokeRestMethod || target == .invokeMgGraphRequest
        if errors.stops {
            // What a request throws ends its statement only; the script said that it ends the script.
            return requestThrows && !errors.isCaught && !errors.stopsByPreference ? .stop : .none
        }
        if requestThrows && (errors.isSeen || errors.action != nil || errors.variable != nil) { return .report }
        // A missing file inside a block ends that block's statement and not the send, unless a `try` is around it.
        return !hasSeparateAttachments(facts) && !errors.isInTry ? .report : .none
    }

    /// Whether what fails in a block of the new code reaches a `catch`, so that one bad address would stop the whole send.
    func throwsOut(for target: Target, _ facts: VariableFacts) -> Bool {
        !errors.stops && (errors.isSeen || guarding(for: target, facts) != .none)
    }

    func guarded(_ code: Code, target: Target, facts: VariableFacts) -> Code {
        switch guarding(for: target, facts) {
        case .none: code
        case .report: .block("try {", [code], "} catch { Write-Error -ErrorRecord $_\(errors.writeErrorParameters) }")
        case .stop: .block("try {", [code], "} catch { throw }")
        }
    }
}
