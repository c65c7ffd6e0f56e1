/// A declared argument: its declaration, and how its value is made of what was given.
public struct Argument<Value: Sendable>: Sendable {
    public let declaration: Declaration
    /// - Parameter given: Every value in the order of the command line; for a flag one empty text each time it is there.
    let interpret: @Sendable (_ given: [ArgumentText]) throws(UnfitValue) -> Value
}

/// A declared argument of any value, as a command lists them.
public protocol DeclaredArgument: Sendable {
    var declaration: Declaration { get }
    /// - Throws: ``UnfitValue`` for a value that it does not take.
    func check(_ given: [ArgumentText]) throws(UnfitValue)
}

/// A value that an argument does not take.
public struct UnfitValue: Error {
    public var value: ArgumentText
}

extension Argument: DeclaredArgument {
    public func check(_ given: [ArgumentText]) throws(UnfitValue) { _ = try interpret(given) }
}

// MARK: - Ways to declare

extension Argument where Value == Bool {
    public static func flag(_ name: String, short: Character? = nil, help: String, section: String = "Options") -> Self {
        Argument(declaration: .init(kind: .flag, name: name, short: short, help: help, section: section)) { given in !given.isEmpty }
    }
}

extension Argument where Value: ArgumentValue {
    /// An option with a default. Given more than once, the last counts.
    public static func option(
        _ name: String, short: Character? = nil, value: String, default fallback: Value,
        completion: Declaration.Completion = .none, help: String, section: String = "Options"
    ) -> Self {
        var declaration = Declaration(
            kind: .option, name: name, short: short, valueName: value, completion: completion, help: help, section: section)
        declaration.choices = Value.choices
        declaration.defaultValue = fallback.argument
        return Argument(declaration: declaration) { given throws(UnfitValue) in try given.last.map(Value.init(checking:)) ?? fallback }
    }
}

extension Argument where Value: ArgumentValue {
    /// What stands by itself on the command line and may not be left out. A command declares one operand at most.
    public static func operand(_ value: String, completion: Declaration.Completion = .none, help: String) -> Self {
        var declaration = Declaration(operand: value, choices: Value.choices, completion: completion, help: help)
        declaration.isRequired = true
        return Argument(declaration: declaration) { given throws(UnfitValue) in
            guard let text = given.last else { throw UnfitValue(value: "") }
            return try Value(checking: text)
        }
    }
}

extension Argument {
    /// An option that may be left out. Given more than once, the last counts.
    public static func option<Wrapped: ArgumentValue>(
        _ name: String, short: Character? = nil, value: String, completion: Declaration.Completion = .none, help: String,
        section: String = "Options"
    ) -> Self where Value == Wrapped? {
        var declaration = Declaration(
            kind: .option, name: name, short: short, valueName: value, completion: completion, help: help, section: section)
        declaration.choices = Wrapped.choices
        return Argument(declaration: declaration) { given throws(UnfitValue) in try given.last.map(Wrapped.init(checking:)) }
    }

    /// An option that may be given any number of times.
    public static func options<Element: ArgumentValue>(
        _ name: String, short: Character? = nil, value: String, completion: Declaration.Completion = .none, help: String,
        section: String = "Options"
    ) -> Self where Value == [Element] {
        var declaration = Declaration(
            kind: .option, name: name, short: short, valueName: value, completion: completion, help: help, section: section)
        declaration.choices = Element.choices
        declaration.isRepeatable = true
        return Argument(declaration: declaration) { given throws(UnfitValue) in try all(given) }
    }

    /// What stands by itself on the command line once, or not at all.
    public static func optionalOperand<Wrapped: ArgumentValue>(
        _ value: String, completion: Declaration.Completion = .none, help: String
    ) -> Self where Value == Wrapped? {
        let declaration = Declaration(operand: value, choices: Wrapped.choices, completion: completion, help: help)
        return Argument(declaration: declaration) { given throws(UnfitValue) in try given.last.map(Wrapped.init(checking:)) }
    }

    /// What stands by itself on the command line, any number of times.
    public static func operands<Element: ArgumentValue>(
        _ value: String, required: Bool, completion: Declaration.Completion = .none, help: String
    ) -> Self where Value == [Element] {
        var declaration = Declaration(operand: value, choices: Element.choices, completion: completion, help: help)
        declaration.isRequired = required
        declaration.isRepeatable = true
        return Argument(declaration: declaration) { given throws(UnfitValue) in try all(given) }
    }

    private static func all<Element: ArgumentValue>(_ given: [ArgumentText]) throws(UnfitValue) -> [Element] {
        var values: [Element] = []
        for text in given { values.append(try Element(checking: text)) }
        return values
    }
}
