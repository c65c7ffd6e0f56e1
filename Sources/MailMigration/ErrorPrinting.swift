import PowerShellAnalysis

extension ErrorHandling {
    /// The parameters by which a cmdlet of the Graph SDK treats errors as the script did; the second for a call that
    /// follows the first of the same send.
    var commonParameters: (first: String, second: String) {
        var parameters = action.map { " -ErrorAction \($0.argument)" } ?? ""
        // What a script sets does not reach the functions of a module (msgraph-sdk-powershell#896).
        switch preference {
        case .none: break
        case .known(let action): parameters += " -ErrorAction \(action)"
        case .unknown: parameters += " -ErrorAction $ErrorActionPreference"
        }
        guard let variable else { return (parameters, parameters) }
        guard let name = variableName else {
            return (parameters + " -ErrorVariable \(variable.argument)", parameters + " -ErrorVariable \"+\(variable.expansion)\"")
        }
        return (parameters + " -ErrorVariable \(name)", parameters + " -ErrorVariable \(name.hasPrefix("+") ? name : "+" + name)")
    }

    private var writtenVariable: String? { variableName ?? variable?.argument }

    /// The parameters of `Write-Error` in a `catch`.
    fileprivate var writeErrorParameters: String {
        (action.map { " -ErrorAction \($0.argument)" } ?? "") + (writtenVariable.map { " -ErrorVariable \($0)" } ?? "")
    }

    /// `-ErrorVariable` of a request that throws: it empties the variable where nothing fails.
    var requestParameters: String {
        guard let name = writtenVariable, !name.hasPrefix("+") else { return "" }
        return " -ErrorVariable \(name)"
    }
}

/// What is put around code that throws.
enum Guard {
    /// Nothing: what fails does what it did.
    case none
    /// What is thrown is reported, and the script goes on.
    case report
    /// What is thrown ends the script.
    case stop

    /// - Parameters:
    ///   - errors: How the send that the code is of treats errors; nil where it is of none.
    ///   - lineWidth: How many characters code may have that stays on one line.
    func around(_ code: Code, _ errors: ErrorHandling? = nil, lineWidth: Int = 60) -> Code {
        let end: String
        switch self {
        case .none: return code
        case .report: end = "} catch { Write-Error -ErrorRecord $_\(errors?.writeErrorParameters ?? "") }"
        case .stop: end = "} catch { throw }"
        }
        return code.isOneLine && code.width <= lineWidth ? code.wrapped("try { ", " " + end) : .block("try {", [code], end)
    }
}

extension Send {
    /// What goes around all of the new code.
    ///
    /// A missing file inside a block ends that block's statement and not the send, unless a `try` is around it.
    func guardOfAll(_ facts: VariableFacts) -> Guard {
        !errors.stops && !errors.isInTry && !hasSeparateAttachments(facts) ? .report : .none
    }

    /// What goes around a request that throws, and nothing else: what fails while the message is built has to end the
    /// statement as it did.
    func guardOfRequest(_ facts: VariableFacts) -> Guard {
        // What a request throws ends its statement only; the script said that it ends the script.
        if errors.stops { return !errors.isCaught && !errors.preference.stops ? .stop : .none }
        guard guardOfAll(facts) == .none else { return .none }
        return errors.isSeen || errors.action != nil || errors.variable != nil || errors.preference == .unknown ? .report : .none
    }

    /// Whether what fails in a block of the new code leaves it, so that one bad address would stop the whole send.
    func throwsOut(_ facts: VariableFacts) -> Bool {
        !errors.stops && (errors.isSeen || guardOfAll(facts) != .none)
    }
}
