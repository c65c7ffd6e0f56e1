import PowerShellSyntax

extension SyntaxTree {
    /// Every place where the script takes in another file, in the order of the text.
    ///
    /// - Parameter facts: Of the same script.
    public func fileLoads(_ facts: VariableFacts) -> [FileLoad] {
        let reader = LoadReader(
            tree: self, facts: facts, functions: Set(all(FunctionDefinition.self).map { $0.name.unscoped.lowercased() }))
        return nodes.flatMap { node in
            if let command = Command(node) { return reader.loads(of: command) }
            return UsingStatement(node).map(reader.loads(of:)) ?? []
        }
    }

    /// Whether there is anything that ``fileLoads(_:)`` may find.
    public var mayLoadFiles: Bool {
        nodes.contains { node in
            if let command = Command(node) { return command.invocationOperator == .dot || command.importsModules }
            return node.kind == .usingStatement
        }
    }
}

extension Command {
    fileprivate var importsModules: Bool { ["import-module", "ipmo"].contains(name?.withoutModule.lowercased()) }
}

/// Reads what the commands of one script load.
private struct LoadReader {
    let tree: SyntaxTree
    let facts: VariableFacts
    /// Of the script, in lower case.
    let functions: Set<String>

    // MARK: Dot-sourcing

    func loads(of command: Command) -> [FileLoad] {
        if command.importsModules { return imports(of: command) }
        guard command.invocationOperator == .dot, case .expression(let file)? = command.elements.first else { return [] }
        switch file {
        // Its text stands in the script.
        case .scriptBlock: return []
        case .string(let name) where !isPath(name.value): return []
        default: break
        }
        if let loop = LoadingLoop(around: command, of: file, facts) {
            return loop.sources.map { load(from: $0, in: loop, by: command, file) }
        }
        let known = facts.possiblePaths(file)
        if let known, known.allSatisfy({ $0.anchor == nil && !isPath($0.text) }) { return [] }
        return [load(.dotSource, of: command.node, Source(file.text, known))]
    }

    /// Whether what is dot-sourced is a file, and not a function or another command.
    private func isPath(_ text: String) -> Bool {
        !functions.contains(text.unscoped.lowercased()) && (text.contains(where: isSeparator) || text.lowercased().hasSuffix(".ps1"))
    }

    /// A load of each file of a folder.
    private func load(from source: FolderSource, in loop: LoadingLoop, by command: Command, _ file: Expression) -> FileLoad {
        let (place, inner) = (LoadPlace(loop.node), LoadPlace(command.node))
        var doubt: String?
        // What stands in an if within the loop loads some of them.
        if source.isFiltered || !inner.isDirectly(in: loop.body) {
            doubt = "loads only some of those files"
        } else if source.folder.anchor == .currentFolder || source.folder.path?.start == .currentFolder {
            doubt = "counts from the folder that is current when the script runs"
        }
        return FileLoad(
            kind: .dotSource, paths: source.folder.path.map { [$0] }, extent: command.extent, line: line(of: command.node),
            text: Source(file.text, nil).text, block: place.block, isAtTop: place.isAtTop, doubt: doubt, isByName: false, source: source,
            functions: nil, prefix: nil)
    }

    // MARK: Modules

    private func imports(of command: Command) -> [FileLoad] {
        guard let call = try? BoundCommand(command, signature: importModule, facts: facts) else {
            return [load(.module, of: command.node, Source(command.text, nil))]
        }
        func constant(_ parameter: String) -> [String]? {
            guard case .expression(let value)? = call[parameter]?.value else { return nil }
            return facts.possibleElements(value)
        }
        // What it gives is an object; nothing is taken in.
        if call["AsCustomObject"] != nil || call["Assembly"] != nil || call["CimSession"] != nil || call["PSSession"] != nil { return [] }
        let functions = constant("Function").map(NamePatterns.init(patterns:))
        var doubt: String?
        if call["NoClobber"] != nil { doubt = "takes in nothing that would hide another command" }
        let prefix = call["Prefix"] == nil ? nil : constant("Prefix")?.first
        if call["Prefix"] != nil && prefix == nil { doubt = "takes it in with a prefix that is only known when the script runs" }
        return names(of: command, call).map {
            load(.module, of: command.node, $0, doubt: doubt, functions: functions, prefix: prefix)
        }
    }

    /// What is to be loaded: several names, each with the values that it can have.
    private func names(of command: Command, _ call: BoundCommand) -> [Source] {
        // Tables of names and versions, and what a command gave: modules of this computer.
        if call["FullyQualifiedName"] != nil || call["ModuleInfo"] != nil { return [] }
        guard case .expression(let given)? = call["Name"]?.value else {
            let unknown = [Source(command.text, nil)]
            if case .entry? = call["Name"]?.value { return unknown }
            return upstream(of: command).map { $0.map { Source($0, [PathText(text: $0)]) } } ?? unknown
        }
        return listed(given).map { Source($0.text, facts.possiblePaths($0)) }
    }

    /// The elements of a list that is written out, also in a variable.
    ///
    /// - Parameter seen: The variables around it: a list may name itself.
    private func listed(_ expression: Expression, seen: Set<String> = []) -> [Expression] {
        switch expression.withoutParentheses {
        case .arrayLiteral(let list): return list.elements
        case .array(let array): return array.subExpression.statements.compactMap(\.soleExpression).flatMap { listed($0, seen: seen) }
        case .variable(let variable):
            let assignments = facts.assignments(to: variable)
            let name = variableKey(variable)
            guard assignments.count == 1, let value = assignments[0].value, !seen.contains(name) else { return [expression] }
            switch value.withoutParentheses {
            case .arrayLiteral, .array: return listed(value, seen: seen.union([name]))
            default: return [expression]
            }
        default: return [expression]
        }
    }

    /// The names that a pipeline gives; nil where only a run tells.
    private func upstream(of command: Command) -> [String]? {
        guard let pipeline = command.node.parent.flatMap(Pipeline.init), pipeline.elements.count == 2 else { return nil }
        if let expression = CommandExpression(pipeline.elements[0])?.expression { return facts.possibleElements(expression) }
        // Modules that are installed.
        return ["get-module", "gmo", "find-module", "get-installedmodule"].contains(Command(pipeline.elements[0])?.name?.lowercased())
            ? [] : nil
    }

    func loads(of statement: UsingStatement) -> [FileLoad] {
        guard statement.usingKind.lowercased() == "module", case .string(let name)? = statement.operands.first else { return [] }
        let isPath = name.value.contains(where: isSeparator)
        // Its paths count from the folder of the script.
        let path = StaticPath(written: name.value).map { $0.start == .currentFolder ? StaticPath(.scriptFolder, $0.names) : $0 }
        return [
            FileLoad(
                kind: .module, paths: path.map { [$0] }, extent: statement.extent, line: line(of: statement.node),
                text: name.value, block: tree.root.extent, isAtTop: true,
                doubt: isPath ? nil : "names a module that may lie elsewhere", isByName: !isPath, source: nil, functions: nil, prefix: nil)
        ]
    }

    // MARK: A load

    /// What names the file.
    private struct Source {
        /// As the script writes it, on one line and short.
        let text: String
        /// Nil where only a run tells.
        let paths: [PathText]?

        init(_ text: String, _ paths: Set<PathText>?) {
            let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            self.text = line.count > 60 ? line.prefix(59) + "…" : line
            self.paths = paths?.sorted { $0.text < $1.text }
        }
    }

    private func load(
        _ kind: FileLoad.Kind, of node: Node, _ source: Source, doubt: String? = nil, functions: NamePatterns? = nil, prefix: String? = nil
    ) -> FileLoad {
        let place = LoadPlace(node)
        let paths = source.paths.map { $0.map(\.path) } ?? [nil]
        // A module by its name is looked for where modules are installed, a script by its bare name where programs are.
        let isByName = (source.paths ?? []).contains {
            $0.anchor == nil && !StaticPath.isRooted($0.text) && (kind == .module || !$0.text.contains(where: isSeparator))
        }
        var doubt = doubt
        if isByName {
            doubt = doubt ?? "names \(kind == .module ? "a module" : "a script") that may lie elsewhere"
        } else if paths.contains(where: { $0?.start == .currentFolder }) {
            doubt = doubt ?? "counts from the folder that is current when the script runs"
        } else if paths.count > 1 || source.paths?.contains(where: \.isGuess) == true {
            doubt = doubt ?? "may load another file"
        }
        return FileLoad(
            kind: kind, paths: paths.contains(nil) ? nil : paths.compactMap(\.self), extent: node.extent, line: line(of: node),
            text: source.text, block: place.block, isAtTop: place.isAtTop, doubt: doubt, isByName: isByName, source: nil,
            functions: functions,
            prefix: prefix)
    }

    private func line(of node: Node) -> Int { tree.source.line(at: node.extent.start) }
}

private let importModule = CommandSignature([
    .init("Name", position: 0), .init("FullyQualifiedName"), .init("Assembly"), .init("ModuleInfo"), .init("Function"), .init("Cmdlet"),
    .init("Alias"), .init("Variable"), .init("Prefix"), .init("ArgumentList", aliases: ["Args"]),
    .init("MinimumVersion", aliases: ["Version"]),
    .init("MaximumVersion"), .init("RequiredVersion"), .init("Scope"), .init("PSSession"), .init("CimSession"), .init("CimResourceUri"),
    .init("CimNamespace"), .init("Force", isSwitch: true), .init("Global", isSwitch: true), .init("PassThru", isSwitch: true),
    .init("AsCustomObject", isSwitch: true), .init("NoClobber", aliases: ["NoOverwrite"], isSwitch: true),
    .init("DisableNameChecking", isSwitch: true), .init("SkipEditionCheck", isSwitch: true),
    .init("UseWindowsPowerShell", aliases: ["UseWinPS"], isSwitch: true),
])
