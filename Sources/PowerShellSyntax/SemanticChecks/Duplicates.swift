// Twice the same, where once is all there can be.

extension SemanticChecks {
    mutating func checkKeys(_ table: Hashtable) {
        var seen: Set<CaselessName> = []
        for (key, _) in table.entries {
            if let name = name(of: key), !seen.insert(CaselessName(name)).inserted {
                report("DuplicateKeyInHashLiteral", key.extent, "the hashtable has the key \(key.text) twice")
            }
        }
    }

    /// What a constant key comes to as text; numbers and texts are one.
    private func name(of key: Expression) -> String? {
        switch key {
        case .string(let string): return string.value
        case .constant(let number):
            if let whole = number.integerValue { return String(whole) }
            guard let real = Double(number.text) else { return nil }
            return Int64(exactly: real).map(String.init) ?? String(real)
        default: return nil
        }
    }

    mutating func checkParameters(_ parameters: [Parameter]) {
        var seen: Set<CaselessName> = []
        for parameter in parameters where !seen.insert(CaselessName(parameter.variable.variablePath)).inserted {
            let variable = parameter.variable
            report("DuplicateFormalParameter", variable.extent, "the parameter \(variable.text) is there twice")
        }
    }

    mutating func checkFunction(_ function: FunctionDefinition) {
        checkParameters(function.parameters)
        if !function.parameters.isEmpty, let block = function.body.paramBlock {
            report("OnlyOneParameterListAllowed", block.extent, "'param' in a function that has parameters behind its name")
        }
        if isString(function.name) || isVariable(function.name) {
            report("MissingNameAfterKeyword", function.nameExtent, "'\(function.name)' is no name of a function: write it without quotes")
        }
    }

    private func isString(_ name: String) -> Bool { name.first.map { "\"'“”„‘’‚‛".contains($0) } ?? false }

    /// With a dash in it the engine takes it for a word: `$a-b`.
    private func isVariable(_ name: String) -> Bool {
        guard let sigil = name.first, "$@".contains(sigil) else { return false }
        return name.dropFirst().allSatisfy { $0.isLetter || $0.isNumber || "_?:.{}".contains($0) }
    }

    mutating func checkBlocks(_ block: ScriptBlock) {
        var seen: Set<Role> = []
        for named in block.namedBlocks where !seen.insert(named.node.role).inserted {
            report("DuplicateScriptCommandClause", named.extent, "a second block of the same name")
        }
    }

    mutating func checkDefaults(_ statement: Node) {
        for clause in statement.children(.elseClause).dropFirst() {
            report("MultipleSwitchDefaultClauses", clause.extent, "a second 'default' in one 'switch'")
        }
    }

    mutating func checkRedirections(_ node: Node) {
        var seen: Set<Character> = []
        for redirection in node.children where redirection.role == .redirection {
            // Without a number it is the output.
            let stream = redirection.text.first.flatMap { $0 == ">" ? nil : $0 } ?? "1"
            if !seen.insert(stream).inserted {
                report("StreamAlreadyRedirected", redirection.extent, "the stream is redirected twice")
            }
        }
    }

    mutating func checkNames(ofArgumentsOf attribute: Attribute) {
        var seen: Set<CaselessName> = []
        for argument in attribute.namedArguments where !seen.insert(CaselessName(argument.name)).inserted {
            report("DuplicateNamedArgument", argument.extent, "the attribute has the argument \(argument.name) twice")
        }
    }

    mutating func checkName(of type: TypeDefinition) {
        let block = type.node.enclosing(ScriptBlock.self)?.node.index ?? 0
        if !typeNames[block, default: []].insert(CaselessName(type.name)).inserted {
            report("MemberAlreadyDefined", type.extent, "there is a type \(type.name) already")
        }
    }
}
