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

    /// How it found its parameter.
    public enum Binding: Hashable, Sendable {
        /// By a name, a part of one or an alias, as written without the dash.
        case name(String)
        /// By its place among the arguments without a name, counted from 1.
        case position(Int)
        /// By a key of a hashtable that is splatted, as written.
        case key(String)
        /// By `$PSDefaultParameterValues`.
        case defaultValue
    }

    /// The parameter's full name.
    public let parameter: String
    public let value: Value
    public let binding: Binding
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
        func bind(
            _ parameter: CommandSignature.Parameter, _ value: BoundArgument.Value, by binding: BoundArgument.Binding
        ) throws(Undecided) {
            guard bound[parameter.name] == nil else { throw Undecided(reason: "-\(parameter.name) is given twice") }
            bound[parameter.name] = BoundArgument(parameter: parameter.name, value: value, binding: binding)
        }

        var elements = command.elements.dropFirst()
        while let element = elements.popFirst() {
            switch element {
            case .parameter(let given):
                let parameter = try parameter(given.parameterName, as: "-" + given.parameterName)
                if let argument = given.argument {
                    try bind(parameter, .expression(argument), by: .name(given.parameterName))
                } else if parameter.isSwitch && !given.hasColon {
                    try bind(parameter, .present, by: .name(given.parameterName))
                } else if case .expression(let argument)? = elements.first, !argument.isSplat {
                    elements.removeFirst()
                    try bind(parameter, .expression(argument), by: .name(given.parameterName))
                } else {
                    throw Undecided(reason: "-\(given.parameterName) has no value")
                }
            case .expression(.variable(let variable)) where variable.isSplatted:
                let contents = try SplatContents(of: variable, at: command, facts: facts)
                splats.append(contents)
                for entry in contents.entries {
                    try bind(
                        parameter(entry.key, as: "\(entry.key) of @\(variable.variablePath)"), .entry(entry, of: contents),
                        by: .key(entry.key))
                }
            case .expression(let argument):
                positional.append(argument)
            }
        }
        var place = 0
        for parameter in signature.parameters.filter({ $0.position != nil }).sorted(by: { $0.position! < $1.position! })
        where bound[parameter.name] == nil && place < positional.count {
            try bind(parameter, .expression(positional[place]), by: .position(place + 1))
            place += 1
        }
        if let extra = positional.dropFirst(place).first { throw Undecided(reason: "nothing takes the argument \(extra.text)") }
        for (name, value) in defaults {
            guard case .parameter(let parameter) = signature.match(name) else { continue }
            if let already = bound[parameter.name] {
                guard case .defaultValue = already.value else { continue }
            }
            bound[parameter.name] = BoundArgument(
                parameter: parameter.name, value: .defaultValue(value), binding: .defaultValue)
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
