import PowerShellSyntax

/// A value that reaches a parameter.
public struct BoundArgument: Sendable {
    public enum Value: Sendable {
        /// An argument of the call.
        case expression(Expression)
        /// A switch that is named without a value.
        case present
        /// An entry of a splatted hashtable.
        case entry(SplatContents.Entry, of: SplatContents)
        /// From `$PSDefaultParameterValues`.
        case defaultValue(Expression)
    }

    /// The parameter's full name.
    public let parameter: String
    public let value: Value
}

/// A call of a command, its arguments bound to the parameters of its signature.
public struct BoundCommand: Sendable {
    public let command: Command
    public let splats: [SplatContents]
    private let arguments: [String: BoundArgument]

    public subscript(_ parameter: String) -> BoundArgument? { arguments[parameter] }
    /// The full names of the parameters that get a value.
    public var parameters: Set<String> { Set(arguments.keys) }

    /// Binds as the engine does: names first (whole, abbreviated or by alias), then what has none by position.
    ///
    /// - Parameters:
    ///   - facts: of the script, to follow splatted variables.
    ///   - defaults: what `$PSDefaultParameterValues` holds for the command.
    public init(
        _ command: Command, signature: CommandSignature, facts: VariableFacts, defaults: [(parameter: String, value: Expression)] = []
    ) throws(Undecided) {
        var bound: [String: BoundArgument] = [:]
        var splats: [SplatContents] = []
        var positional: [Expression] = []

        func parameter(_ name: String, as written: String) throws(Undecided) -> CommandSignature.Parameter {
            switch signature.match(name) {
            case .parameter(let parameter): return parameter
            case .ambiguous(let names): throw Undecided(reason: "\(written) could be -" + names.joined(separator: " or -"))
            case .none: throw Undecided(reason: "\(written) is no parameter of this command")
            }
        }
        func bind(_ parameter: CommandSignature.Parameter, _ value: BoundArgument.Value) throws(Undecided) {
            guard bound[parameter.name] == nil else { throw Undecided(reason: "-\(parameter.name) is given twice") }
            bound[parameter.name] = BoundArgument(parameter: parameter.name, value: value)
        }

        var elements = command.elements.dropFirst()
        while let element = elements.popFirst() {
            switch element {
            case .parameter(let given):
                let parameter = try parameter(given.parameterName, as: "-" + given.parameterName)
                if let argument = given.argument {
                    try bind(parameter, .expression(argument))
                } else if parameter.isSwitch && !given.hasColon {
                    try bind(parameter, .present)
                } else if case .expression(let argument)? = elements.first, !argument.isSplat {
                    elements.removeFirst()
                    try bind(parameter, .expression(argument))
                } else {
                    throw Undecided(reason: "-\(given.parameterName) has no value")
                }
            case .expression(.variable(let variable)) where variable.isSplatted:
                let contents = try SplatContents(of: variable, at: command, facts: facts)
                splats.append(contents)
                for entry in contents.entries {
                    try bind(parameter(entry.key, as: "\(entry.key) of @\(variable.variablePath)"), .entry(entry, of: contents))
                }
            case .expression(let argument):
                positional.append(argument)
            }
        }
        for parameter in signature.parameters.filter({ $0.position != nil }).sorted(by: { $0.position! < $1.position! })
        where bound[parameter.name] == nil && !positional.isEmpty {
            try bind(parameter, .expression(positional.removeFirst()))
        }
        if let extra = positional.first { throw Undecided(reason: "nothing takes the argument \(extra.text)") }
        for (name, value) in defaults {
            guard case .parameter(let parameter) = signature.match(name) else { continue }
            if let already = bound[parameter.name] {
                guard case .defaultValue = already.value else { continue }
            }
            bound[parameter.name] = BoundArgument(parameter: parameter.name, value: .defaultValue(value))
        }
        self.command = command
        self.splats = splats
        arguments = bound
    }
}

extension Expression {
    fileprivate var isSplat: Bool {
        if case .variable(let variable) = self { variable.isSplatted } else { false }
    }
}
