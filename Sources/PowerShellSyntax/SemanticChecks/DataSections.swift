// `data { … }` holds data: the engine allows a small part of the language there.

extension SemanticChecks {
    mutating func checkData(_ data: DataStatement) {
        let commands = allowedCommands(of: data)
        for node in data.body.node.descendants {
            if let (id, what) = forbidden(node, commands) {
                report(id + "NotSupportedInDataSection", node.extent, "\(what) can't stand in a data section")
            } else if node.kind == .command, let commands, !commands.contains(Command(node)?.name?.lowercased() ?? "") {
                report(
                    "CmdletNotInAllowedListForDataSection", node.extent,
                    "only the commands that -SupportedCommand names run in a data section")
            } else if let type = typeName(of: node), objectTypes.contains(type) {
                report("TypeNotAllowedInDataSection", node.extent, "[\(type)] can't stand in a data section")
            }
        }
    }

    /// In lower case; nil where they are only known when the script runs, so that each may be meant.
    private func allowedCommands(of data: DataStatement) -> Set<String>? {
        let head = tree.source.string(Extent(data.extent.start, data.body.extent.start))
        guard !head.contains(where: { "$(`#".contains($0) }) else { return nil }
        // `data Name -SupportedCommand a, b`
        let words = head.split { $0.isWhitespace || $0 == "," }
        let flag = words.firstIndex { "-–—―".contains($0.first!) } ?? words.endIndex - 1
        let names = words[(flag + 1)...].map { $0.trimmingPrefix { "'\"".contains($0) }.prefix { !"'\"".contains($0) }.lowercased() }
        return Set(names + ["convertfrom-stringdata"])
    }

    private func typeName(of node: Node) -> String? {
        guard node.kind == .typeConstraint || node.kind == .typeExpression else { return nil }
        let name = plainTypeName(node.tokenText)
        return name.hasSuffix("[]") ? String(name.dropLast(2)) : name
    }

    private func forbidden(_ node: Node, _ commands: Set<String>?) -> (id: String, what: String)? {
        switch node.kind {
        case .scriptBlockExpression: ("ScriptBlock", "a script block")
        case .functionDefinition: ("FunctionDeclaration", "a function")
        case .assignmentStatement: ("AssignmentStatement", "an assignment")
        case .trapStatement: ("TrapStatement", "'trap'")
        case .tryStatement: ("TryStatement", "'try'")
        case .switchStatement: ("SwitchStatement", "'switch'")
        case .dataStatement: ("DataSectionStatement", "'data'")
        case .forEachStatement: ("ForeachStatement", "'foreach'")
        case .forStatement, .whileStatement: ("ForWhileStatement", "a loop")
        case .doWhileStatement, .doUntilStatement: ("DoWhileStatement", "'do'")
        case .breakStatement, .continueStatement, .returnStatement, .exitStatement, .throwStatement:
            ("FlowControlStatement", "'\(node.text.prefix { $0.isLetter })'")
        case .fileRedirection, .mergingRedirection: ("Redirection", "a redirection")
        case .memberExpression: ("PropertyReference", "a property")
        case .invokeMemberExpression: ("MethodCall", "the call of a method")
        case .indexExpression: ("ArrayReference", "an index")
        case .attributedExpression: ("Attribute", "an attribute")
        case .variableExpression: isAllowed(VariableExpression(node)!) ? nil : ("VariableReference", node.text)
        case .command where node.form == Command.InvocationOperator.dot.rawValue: ("DotSourcing", "'.'")
        case .binaryExpression: isAllowed(BinaryExpression(node)!.operator) ? nil : ("Operator", "'\(node.tokenText)'")
        case .unaryExpression: isAllowed(UnaryExpression(node)!.operator) ? nil : ("Operator", "'\(node.tokenText)'")
        default: nil
        }
    }

    private func isAllowed(_ variable: VariableExpression) -> Bool {
        ["psculture", "psuiculture", "true", "false", "null"].contains(variable.variablePath.lowercased())
    }

    /// Not those that could make texts of any length or leave something behind, in none of their three spellings.
    private func isAllowed(_ sign: String) -> Bool {
        let forbidden: Set<String> = ["..", "++", "--", "-f", "-as", "-match", "-notmatch", "-replace", "-split", "-join"]
        let isVariant = sign.hasPrefix("-c") || sign.hasPrefix("-i")
        return !forbidden.contains(sign) && !(isVariant && forbidden.contains("-" + sign.dropFirst(2)))
    }
}

/// Less `System.`; of types that are not here the engine allows the simple ones.
private let objectTypes: Set<String> = [
    "ordered", "pscustomobject", "psobject", "object", "hashtable", "array", "switch", "timespan", "uri", "guid", "version",
    "regex", "xml", "scriptblock", "type", "pscredential", "securestring", "ipaddress", "mailaddress", "void",
]
