import PowerShellSyntax

/// What the manifest of a module, a `.psd1`, says of the files that belong to it.
struct ModuleManifest {
    /// `RootModule` and `NestedModules`.
    private(set) var modules: [FileLoad] = []
    /// `ScriptsToProcess`: they run in the scope of the script that imports the module.
    private(set) var scripts: [FileLoad] = []
    let exports: ModuleExports

    /// Nil for what is no hashtable.
    init?(_ tree: SyntaxTree) {
        guard case .hashtable(let table)? = tree.root.endBlock?.statements.first?.soleExpression else { return nil }
        let facts = VariableFacts()
        func value(_ key: String) -> Expression? {
            table.entries.first { if case .string(let name) = $0.key { name.value.lowercased() == key } else { false } }?.value
                .soleExpression
        }
        /// Nil where the manifest does not say, or not in constants.
        func names(_ key: String) -> [String]? {
            guard let value = value(key) else { return nil }
            if case .array(let array) = value.withoutParentheses, array.subExpression.statements.isEmpty { return [] }
            return facts.possibleElements(value)
        }
        func isListed(_ key: String) -> Bool { value(key).map { $0.text.lowercased() != "$null" } ?? false }
        exports = ModuleExports(
            functions: names("functionstoexport").map(NamePatterns.init), aliases: names("aliasestoexport").map(NamePatterns.init),
            isUnclear: isListed("functionstoexport") && names("functionstoexport") == nil)
        func loads(_ key: String, _ kind: FileLoad.Kind) -> [FileLoad] {
            guard let value = value(key) else { return [] }
            let line = tree.source.line(at: value.extent.start)
            return Self.parts(value).map { part in
                // Their paths count from the folder of the manifest. A name alone may be an installed module.
                let path = StaticPath(written: part).map { $0.start == .currentFolder ? StaticPath(.scriptFolder, $0.names) : $0 }
                return FileLoad(
                    kind: kind, paths: path.map { [$0] }, extent: value.extent, line: line, text: part, block: tree.root.extent,
                    isAtTop: true,
                    doubt: nil, isByName: !part.contains { $0 == "." || isSeparator($0) }, source: nil, functions: nil, prefix: nil)
            }
        }
        modules = loads("rootmodule", .module) + loads("moduletoprocess", .module) + loads("nestedmodules", .module)
        scripts = loads("scriptstoprocess", .dotSource)
    }

    /// The files and modules of a list: texts, and tables with a `ModuleName`.
    private static func parts(_ expression: Expression) -> [String] {
        switch expression.withoutParentheses {
        case .string(let string): return [string.value]
        case .arrayLiteral(let list): return list.elements.flatMap(parts)
        case .array(let array): return array.subExpression.statements.compactMap(\.soleExpression).flatMap(parts)
        case .hashtable(let table):
            let name = table.entries.first { if case .string(let key) = $0.key { key.value.lowercased() == "modulename" } else { false } }
            return name?.value.soleExpression.map(parts) ?? []
        default: return []
        }
    }
}
