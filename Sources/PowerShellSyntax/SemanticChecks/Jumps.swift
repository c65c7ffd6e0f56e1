// Ways out: `break`, `continue`, `return` and what catches an exception.

extension SemanticChecks {
    mutating func checkJump(_ jump: FlowStatement) {
        let label = label(of: jump)
        checkLeavingFinally(jump, label)
        if let label, !label.isEmpty { checkLoopIsThere(jump, label) }
    }

    /// Empty where none is written; nil of a `return` and where it is only known when the script runs.
    private func label(of jump: FlowStatement) -> String? {
        guard jump.node.kind != .returnStatement else { return nil }
        switch jump.label {
        case nil: return ""
        case .string(let name): return name.value.lowercased()
        default: return nil
        }
    }

    /// A `finally` runs to its end: no jump and no return leads out of it.
    private mutating func checkLeavingFinally(_ jump: FlowStatement, _ label: String?) {
        for ancestor in jump.node.ancestors {
            switch ancestor.kind {
            case .namedBlock, .scriptBlock, .trapStatement: return
            case .forStatement, .forEachStatement, .whileStatement, .doWhileStatement, .doUntilStatement, .switchStatement:
                if let label, label.isEmpty || label == self.label(before: ancestor) { return }
            case .statementBlock where ancestor.role == .finallyClause:
                return report("ControlLeavingFinally", jump.extent, "nothing leads out of a 'finally' block")
            default: break
            }
        }
    }

    /// In a method the loop must be there; elsewhere a caller may have it.
    private mutating func checkLoopIsThere(_ jump: FlowStatement, _ label: String) {
        for ancestor in jump.node.ancestors {
            switch ancestor.kind {
            case .functionDefinition:
                if ancestor.parent?.kind == .functionMember {
                    report("LabelNotFound", jump.extent, "the method has no loop with the label '\(label)'")
                }
                return
            case .forStatement, .forEachStatement, .whileStatement, .doWhileStatement, .doUntilStatement:
                if label == self.label(before: ancestor) { return }
            default: break
            }
        }
    }

    /// Of `:outer foreach …` it is `outer`, in lower case; empty where there is none.
    func label(before loop: Node) -> String {
        let text = tree.source.text[loop.extent.range]
        guard text.first == UInt8(ascii: ":") else { return "" }
        let blanks = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: "`")]
        return String(decoding: text.dropFirst().prefix { !blanks.contains($0) }, as: UTF8.self).lowercased()
    }

    // MARK: Exceptions

    mutating func checkCatchClauses(_ attempt: TryStatement) {
        var caught: Set<String> = []
        for (index, clause) in attempt.catchClauses.enumerated() {
            if index > 0, attempt.catchClauses[index - 1].types.isEmpty {
                report("EmptyCatchNotLast", attempt.catchClauses[index - 1].extent, "a 'catch' of everything has to be the last")
            }
            for type in clause.types where exceptionAndItsBases(plainTypeName(type.typeName)).contains(where: caught.contains) {
                report("ExceptionTypeAlreadyCaught", type.extent, "\(type.text) is caught by a 'catch' before")
            }
            caught.formUnion(clause.types.compactMap { exceptionAndItsBases(plainTypeName($0.typeName)).first })
        }
    }
}

/// Empty where the exception is none that every PowerShell has.
private func exceptionAndItsBases(_ name: String) -> [String] {
    guard baseExceptions[name] != nil else { return [] }
    return Array(sequence(first: name) { baseExceptions[$0].flatMap { $0.isEmpty ? nil : $0 } })
}

/// The base of each exception, both less `System.`
private let baseExceptions = [
    "exception": "", "systemexception": "exception", "applicationexception": "exception", "timeoutexception": "systemexception",
    "argumentexception": "systemexception", "argumentnullexception": "argumentexception",
    "argumentoutofrangeexception": "argumentexception", "invalidoperationexception": "systemexception",
    "objectdisposedexception": "invalidoperationexception", "unauthorizedaccessexception": "systemexception",
    "formatexception": "systemexception", "nullreferenceexception": "systemexception", "notsupportedexception": "systemexception",
    "notimplementedexception": "systemexception", "invalidcastexception": "systemexception", "arithmeticexception": "systemexception",
    "dividebyzeroexception": "arithmeticexception", "overflowexception": "arithmeticexception", "io.ioexception": "systemexception",
    "io.filenotfoundexception": "io.ioexception", "io.directorynotfoundexception": "io.ioexception",
    "io.pathtoolongexception": "io.ioexception", "net.webexception": "invalidoperationexception",
    "componentmodel.win32exception": "runtime.interopservices.externalexception",
    "net.sockets.socketexception": "componentmodel.win32exception", "net.http.httprequestexception": "exception",
    "net.mail.smtpexception": "exception", "security.securityexception": "systemexception",
    "runtime.interopservices.externalexception": "systemexception",
    "runtime.interopservices.comexception": "runtime.interopservices.externalexception",
    "management.automation.runtimeexception": "systemexception",
    "management.automation.commandnotfoundexception": "management.automation.runtimeexception",
    "management.automation.parameterbindingexception": "management.automation.runtimeexception",
    "management.automation.methodinvocationexception": "management.automation.methodexception",
    "management.automation.methodexception": "management.automation.extendedtypesystemexception",
    "management.automation.extendedtypesystemexception": "management.automation.runtimeexception",
    "management.automation.actionpreferencestopexception": "management.automation.runtimeexception",
    "management.automation.itemnotfoundexception": "management.automation.sessionstateexception",
    "management.automation.sessionstateexception": "management.automation.runtimeexception",
    "management.automation.pipelinestoppedexception": "management.automation.runtimeexception",
]
