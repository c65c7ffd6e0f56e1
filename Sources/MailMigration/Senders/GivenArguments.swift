import PowerShellAnalysis
import PowerShellSyntax

/// The arguments of a call by the names of their parameters, as far as they can be told: of a command whose parameters are
/// not all known, or of a call that does not bind.
struct GivenArguments {
    enum Value {
        /// A switch that is named without a value.
        case present
        /// One of these, as the hashtable that is splatted is changed.
        case anyOf([Expression])
    }

    private var values: [(name: String, value: Value)] = []
    /// A splatted variable whose contents can't be followed, as written.
    private var unknownSplat: String?
    private let facts: VariableFacts

    init(_ call: BoundCommand, _ facts: VariableFacts) {
        self.facts = facts
        for name in call.parameters {
            switch call[name]?.value {
            case .expression(let expression), .defaultValue(let expression): values.append((name, .anyOf([expression])))
            case .entry(let entry, of: _): values.append((name, .anyOf(entry.expressions)))
            case .present: values.append((name, .present))
            case nil: break
            }
        }
    }

    init(_ command: Command, _ facts: VariableFacts) {
        self.facts = facts
        var elements = command.elements.dropFirst()
        while let element = elements.popFirst() {
            switch element {
            case .parameter(let parameter):
                if let argument = parameter.argument {
                    values.append((parameter.parameterName, .anyOf([argument])))
                } else {
                    add(parameter.parameterName, &elements)
                }
            case .expression(.variable(let variable)) where variable.isSplatted:
                guard let splat = try? SplatContents(of: variable, at: command, facts: facts) else {
                    unknownSplat = variable.text
                    continue
                }
                for entry in splat.entries { values.append((entry.key, .anyOf(entry.expressions))) }
            // Programs write `--server` and `--server=name`, which are bare words to PowerShell.
            case .expression(.string(let word)) where word.stringConstantType == .bareWord && word.value.hasPrefix("--"):
                if word.value.contains("=") { continue }
                add(String(word.value.dropFirst(2)), &elements)
            case .expression: continue
            }
        }
    }

    private mutating func add(_ name: String, _ elements: inout ArraySlice<CommandElement>) {
        if case .expression(let argument)? = elements.first, !argument.isName {
            elements.removeFirst()
            values.append((name, .anyOf([argument])))
        } else {
            values.append((name, .present))
        }
    }

    /// The value of the first parameter that is given by one of the names, whole or cut to three letters or more.
    subscript(_ names: [String]) -> Value? {
        let names = names.map { $0.lowercased() }
        func value(where fits: (String) -> Bool) -> Value? { values.first { fits($0.name.lowercased()) }?.value }
        return value { names.contains($0) } ?? value { given in given.count >= 3 && names.contains { $0.hasPrefix(given) } }
    }

    func has(_ names: [String]) -> Bool { self[names] != nil }

    func stated(_ names: [String]) -> Stated {
        switch self[names] {
        case .anyOf(let expressions): Stated(anyOf: expressions, facts)
        case .present: .nothing
        case nil: Stated(values: [], expression: names.isEmpty ? nil : unknownSplat)
        }
    }

    /// Whether a switch is on; nil where that is only known when the script runs.
    func isOn(_ names: [String]) -> Bool? {
        switch self[names] {
        case nil: unknownSplat == nil ? false : nil
        case .present: true
        case .anyOf(let expressions):
            switch Set(expressions.map { $0.withoutParentheses.text.lowercased() }) {
            case ["$true"]: true
            case ["$false"]: false
            default: nil
            }
        }
    }

    /// - Parameters:
    ///   - credential: parameters that take a credential.
    ///   - user: parameters that take the user's name alone.
    func authentication(credential: [String], user: [String] = []) -> Authentication {
        if case .anyOf(let expressions)? = self[credential], let first = expressions.first { return Authentication(first, facts) }
        if has(user) { return .credential(user: stated(user)) }
        return unknownSplat == nil ? .anonymous : .unknown
    }
}

extension SplatContents.Entry {
    /// What the key may be set to, as far as that is an expression.
    var expressions: [Expression] { values.compactMap { Expression($0) ?? Statement($0)?.soleExpression } }
}

extension Expression {
    /// `@splat` and `--name` are no values.
    fileprivate var isName: Bool {
        switch self {
        case .variable(let variable): variable.isSplatted
        case .string(let word): word.stringConstantType == .bareWord && word.value.hasPrefix("--")
        default: false
        }
    }
}
