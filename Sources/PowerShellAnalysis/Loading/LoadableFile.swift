import PowerShellSyntax

/// What a file brings into a script that loads it, without the file's own text.
public struct LoadableFile: Sendable {
    /// A function or an alias.
    struct Definition: Hashable, Sendable {
        /// Counted from 1.
        let line: Int
        /// What an alias stands for; nil for a function.
        let target: String?
        /// Whether only some runs define it.
        let isConditional: Bool
        /// `function global:…`: there for everybody, whatever is exported.
        let isGlobal: Bool
    }

    /// By name, in lower case; the last definition of each.
    let functions: [String: Definition]
    let aliases: [String: Definition]
    /// What a module lets out.
    let exports: ModuleExports
    /// The files that it takes in itself.
    public let loads: [FileLoad]
    /// Those of a manifest that run as if they stood in the script.
    let processed: [FileLoad]
    /// Those that it sets for a script that dot-sources it.
    let variables: [String: FileVariable]
    /// Whether it may set others too, in a text that it runs say. What the files do that it loads is theirs.
    let setsHidden: Bool
    /// What it puts into `$PSDefaultParameterValues`.
    let defaults: [DefaultSetting]
    /// The first thing in it that could not be parsed; nil where all of it could: nothing is known of such a file.
    public let error: SyntaxError?

    /// - Parameter isManifest: Whether it is a module's manifest, `.psd1`.
    public init(_ source: SourceText, isManifest: Bool) {
        let tree = SyntaxTree.parse(source)
        error = tree.errors.first
        guard error == nil, !isManifest else {
            let manifest = error == nil ? ModuleManifest(tree) : nil
            (functions, aliases, variables, setsHidden, defaults) = ([:], [:], [:], false, [])
            exports = manifest?.exports ?? .all
            (loads, processed) = (manifest?.modules ?? [], manifest?.scripts ?? [])
            return
        }
        let facts = VariableFacts(tree)
        functions = Dictionary(tree.all(FunctionDefinition.self).compactMap(Self.function), uniquingKeysWith: { $1 })
        aliases = Dictionary(tree.nodes.compactMap(Self.alias), uniquingKeysWith: { $1 })
        exports = ModuleExports(tree, facts)
        loads = tree.fileLoads(facts)
        processed = []
        variables = facts.variablesForOthers(in: tree)
        let dotSourced = Set(loads.filter { $0.kind == .dotSource }.map(\.extent))
        setsHidden = facts.hiddenAssignments.contains { !dotSourced.contains($0) }
        defaults = DefaultParameterValues(tree, facts: facts).settings
    }

    /// What lies within another function is not there for others.
    private static func function(_ function: FunctionDefinition) -> (String, Definition)? {
        let isGlobal = function.name.lowercased().hasPrefix("global:")
        let isOfFile = function.node.enclosingScope == function.node.tree.root
        guard isGlobal || isOfFile else { return nil }
        return (
            function.name.unscoped.lowercased(),
            Definition(
                line: function.node.tree.source.line(at: function.extent.start), target: nil,
                isConditional: !isOfFile || !LoadPlace(function.node).isOfScript, isGlobal: isGlobal)
        )
    }

    private static func alias(_ node: Node) -> (String, Definition)? {
        guard let (name, target) = aliasDefinition(node) else { return nil }
        let place = LoadPlace(node)
        return (
            name.lowercased(),
            Definition(
                line: node.tree.source.line(at: node.extent.start), target: target, isConditional: !place.isAtTop, isGlobal: false)
        )
    }
}
