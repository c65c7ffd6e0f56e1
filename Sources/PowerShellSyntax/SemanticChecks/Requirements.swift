// `#Requires` is a comment that the engine reads as a command.

extension SemanticChecks {
    mutating func checkRequirements() {
        let comments = tree.comments.filter(isRequirement)
        guard !comments.isEmpty else { return }
        var requirements = Requirements()
        var seen: Set<ArraySlice<UInt8>> = []
        var strings = tree.records.lazy.filter { $0.kind == .expandableStringExpression }.makeIterator()
        var string = strings.next()
        for comment in comments {
            while let end = string?.end, end <= comment.start { string = strings.next() }
            // Within `"$( )"` it is a comment like any other.
            if let start = string?.start, start <= comment.start { continue }
            guard seen.insert(tree.source.text[comment.range]).inserted, let command = command(of: comment) else { continue }
            let start = comment.start + 1
            for finding in requirements.findings(in: command) {
                report(finding.id, Extent(start + finding.extent.start, start + finding.extent.end), finding.message)
            }
        }
    }

    private func isRequirement(_ comment: Extent) -> Bool {
        let text = tree.source.text[comment.range]
        // Of most comments the first letter says that they are none.
        guard text.count >= keyword.count, text[comment.start + 1] | 0x20 == keyword[1] else { return false }
        return zip(text, keyword).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }

    /// Nil where it does not read well: what the engine says of that is not known.
    private func command(of comment: Extent) -> Command? {
        // Up to a comment behind it.
        let text = tree.source.string(Extent(comment.start + 1, comment.end)).prefix { $0 != "#" }
        let line = SyntaxTree.parse(SourceText(String(text)))
        guard line.errors.isEmpty else { return nil }
        return line.nodes.lazy.compactMap { Command($0) }.first
    }
}

private let keyword = Array("#requires".utf8)

private struct Requirements {
    /// Of all the lines of a script.
    private var version: String?
    private var shell: String?
    private var editions: [String]?

    mutating func findings(in command: Command) -> [Finding] {
        var findings: [Finding] = []
        func add(_ id: String, _ extent: Extent, _ message: String) { findings.append(Finding(extent: extent, message: message, id: id)) }
        let elements = Array(command.elements.dropFirst())
        let isOfSnapIn = elements.contains { name(of: $0).map { "pssnapin".hasPrefix($0) } ?? false }
        var index = 0
        while index < elements.count {
            let element = elements[index]
            index += 1
            guard case .parameter(let parameter) = element else {
                add("ScriptRequiresInvalidFormat", element.extent, "'\(element.text)' belongs to no parameter of #Requires")
                continue
            }
            var argument = parameter.argument
            if argument == nil, index < elements.count {
                if case .expression(let next) = elements[index] { argument = next }
                index += 1
            }
            findings += self.findings(parameter, argument, isOfSnapIn: isOfSnapIn)
        }
        return findings
    }

    private func name(of element: CommandElement) -> String? {
        guard case .parameter(let parameter) = element else { return nil }
        return parameter.parameterName.lowercased()
    }

    private mutating func findings(_ parameter: CommandParameter, _ argument: Expression?, isOfSnapIn: Bool) -> [Finding] {
        func found(_ id: String, _ extent: Extent, _ message: String) -> [Finding] { [Finding(extent: extent, message: message, id: id)] }
        let name = parameter.parameterName.lowercased()
        if "runasadministrator".hasPrefix(name) {
            return argument == nil
                ? [] : found("ParameterCannotHaveArgument", parameter.extent, "-\(parameter.parameterName) takes no value")
        }
        guard let argument else { return found("ParameterRequiresArgument", parameter.extent, "-\(parameter.parameterName) needs a value") }
        guard argument.isConstantRequirement else {
            return found("RequiresArgumentMustBeConstant", argument.extent, "a requirement has to be a constant")
        }
        let texts = argument.texts
        let twice = found("ParameterAlreadyBound", parameter.extent, "-\(parameter.parameterName) is there twice")
        if "shellid".hasPrefix(name) {
            defer { shell = argument.text }
            return shell == nil ? [] : twice
        } else if "pssnapin".hasPrefix(name) {
            return []
        } else if "psedition".hasPrefix(name) {
            defer { editions = texts }
            if editions != nil { return twice }
            guard let texts, texts.allSatisfy({ ["core", "desktop"].contains($0.lowercased()) }) else {
                return found("RequiresPSEditionInvalid", argument.extent, "an edition is Core or Desktop")
            }
            return []
        } else if "version".hasPrefix(name) {
            let text = texts?.count == 1 ? texts![0] : argument.text
            guard isVersion(text, parts: 1...4) else {
                return found("RequiresVersionInvalid", argument.extent, "'\(text)' is no version")
            }
            let full = text.contains(".") ? text : text + ".0"
            guard !isOfSnapIn else { return [] }
            if let version, version != full { return twice }
            version = full
            return []
        } else if "assembly".hasPrefix(name) {
            return []
        } else if "modules".hasPrefix(name) {
            return argument.listElements.compactMap { module -> Finding? in
                guard case .hashtable(let table) = module, let message = reasonAgainst(table) else { return nil }
                return Finding(extent: argument.extent, message: message, id: "RequiresModuleInvalid")
            }
        }
        return found("ScriptRequiresInvalidFormat", parameter.extent, "#Requires has no parameter -\(parameter.parameterName)")
    }

    /// What is wrong with the description of a module.
    private func reasonAgainst(_ table: Hashtable) -> String? {
        var values: [String: String] = [:]
        for (key, value) in table.entries {
            guard case .string(let name) = key, let expression = value.soleExpression else { return nil }
            values[name.value.lowercased()] = expression.texts?.first ?? expression.text
        }
        let versions = ["moduleversion", "requiredversion", "maximumversion"].filter { values[$0] != nil }
        if let other = values.keys.first(where: {
            !["modulename", "guid", "moduleversion", "requiredversion", "maximumversion"].contains($0)
        }) {
            return "a module is not described by '\(other)'"
        }
        if values["modulename"] == nil { return "ModuleName is missing" }
        if versions.isEmpty { return "a module is described with its ModuleVersion, RequiredVersion or MaximumVersion" }
        if values["requiredversion"] != nil, versions.count > 1 { return "RequiredVersion can't stand beside another version" }
        if let wrong = versions.dropLast(versions.last == "maximumversion" ? 1 : 0).first(where: { !isVersion(values[$0]!, parts: 2...4) })
        {
            return "'\(values[wrong]!)' is no version"
        }
        return nil
    }

    private func isVersion(_ text: String, parts: ClosedRange<Int>) -> Bool {
        let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.contains(numbers.count)
            && numbers.allSatisfy { $0.allSatisfy(\.isASCII) && $0.first?.isNumber == true && Int32($0) != nil }
    }
}

extension Expression {
    /// The elements of a list, or the thing itself.
    fileprivate var listElements: [Expression] {
        if case .arrayLiteral(let list) = self { list.elements } else { [self] }
    }

    /// What the strings of a list say; nil where there are others.
    fileprivate var texts: [String]? {
        let texts = listElements.compactMap { element -> String? in
            if case .string(let string) = element { string.value } else { nil }
        }
        return texts.count == listElements.count ? texts : nil
    }

    /// Strings, numbers and hashtables of these, in lists or not.
    fileprivate var isConstantRequirement: Bool {
        ([node] + node.descendants).allSatisfy { node in
            switch node.kind {
            case .arrayLiteral, .stringConstantExpression, .constantExpression, .hashtable, .pipeline, .commandExpression,
                .parenExpression, .subExpression, .statementBlock, .unaryExpression, .binaryExpression, .ternaryExpression, .typeExpression:
                true
            case .variableExpression: ["true", "false", "null"].contains(VariableExpression(node)!.variablePath.lowercased())
            default: false
            }
        }
    }
}
