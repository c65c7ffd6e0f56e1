/// A command with its arguments: `Send-MailMessage -To $to`.
public struct Command: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .command else { return nil }; self.node = node }

    public enum InvocationOperator: UInt8, Sendable {
        case none
        /// `&`
        case call
        /// `.`
        case dot
    }

    public var invocationOperator: InvocationOperator { InvocationOperator(rawValue: node.form)! }

    /// The name or what stands for it, then parameters and arguments; redirections are not among them.
    public var elements: [CommandElement] { node.children.compactMap { CommandElement($0) } }
    public var redirections: [Node] { node.children.filter { $0.kind == .fileRedirection || $0.kind == .mergingRedirection } }

    /// The name where it is known from the text alone, as `GetCommandName()` tells it: of `foo`, `& 'foo'`, not of `& $foo`.
    public var name: String? {
        guard case .expression(.string(let name))? = node.children.lazy.compactMap({ CommandElement($0) }).first else { return nil }
        return name.value
    }
}

public enum CommandElement: Hashable, Sendable {
    case parameter(CommandParameter)
    case expression(Expression)

    public init?(_ node: Node) {
        if let parameter = CommandParameter(node) {
            self = .parameter(parameter)
        } else if let expression = Expression(node) {
            self = .expression(expression)
        } else {
            return nil
        }
    }

    public var node: Node {
        switch self {
        case .parameter(let view): view.node
        case .expression(let expression): expression.node
        }
    }
    public var extent: Extent { node.extent }
    public var text: String { node.text }
}

/// `-Name` or `-Name:argument`.
public struct CommandParameter: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .commandParameter else { return nil }; self.node = node }

    /// Without the dash and the colon.
    public var parameterName: String { node.tokenText }
    /// What follows the colon.
    public var argument: Expression? { node.children.compactMap { Expression($0) }.first }
    public var hasColon: Bool { node.form == 1 }
}

/// An expression as an element of a pipeline.
public struct CommandExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .commandExpression else { return nil }; self.node = node }

    public var expression: Expression { node.children.lazy.compactMap { Expression($0) }.first! }
    public var redirections: [Node] { node.children.filter { $0.kind == .fileRedirection || $0.kind == .mergingRedirection } }
}

/// `> file`, `2>> $log`.
public struct FileRedirection: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .fileRedirection else { return nil }; self.node = node }

    /// As written: `>`, `2>>`, `*>`.
    public var `operator`: String { node.tokenText }
    public var location: Expression { node.children.lazy.compactMap { Expression($0) }.first! }
}

/// `2>&1`, `*>&1`.
public struct MergingRedirection: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .mergingRedirection else { return nil }; self.node = node }
}
