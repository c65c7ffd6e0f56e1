/// An expression, seen as what it is.
public enum Expression: Hashable, Sendable {
    case binary(BinaryExpression)
    case unary(UnaryExpression)
    case ternary(TernaryExpression)
    case convert(ConvertExpression)
    case attributed(AttributedExpression)
    case type(TypeExpression)
    case member(MemberExpression)
    case invokeMember(InvokeMemberExpression)
    case index(IndexExpression)
    case array(ArrayExpression)
    case arrayLiteral(ArrayLiteral)
    case sub(SubExpression)
    case paren(ParenExpression)
    case scriptBlock(ScriptBlockExpression)
    case hashtable(Hashtable)
    case variable(VariableExpression)
    case constant(ConstantExpression)
    case string(StringConstantExpression)
    case expandableString(ExpandableStringExpression)
    case using(UsingExpression)
    case error(Node)

    public init?(_ node: Node) {
        switch node.kind {
        case .binaryExpression: self = .binary(BinaryExpression(node)!)
        case .unaryExpression: self = .unary(UnaryExpression(node)!)
        case .ternaryExpression: self = .ternary(TernaryExpression(node)!)
        case .convertExpression: self = .convert(ConvertExpression(node)!)
        case .attributedExpression: self = .attributed(AttributedExpression(node)!)
        case .typeExpression: self = .type(TypeExpression(node)!)
        case .memberExpression: self = .member(MemberExpression(node)!)
        case .invokeMemberExpression, .baseCtorInvokeMemberExpression: self = .invokeMember(InvokeMemberExpression(node)!)
        case .indexExpression: self = .index(IndexExpression(node)!)
        case .arrayExpression: self = .array(ArrayExpression(node)!)
        case .arrayLiteral: self = .arrayLiteral(ArrayLiteral(node)!)
        case .subExpression: self = .sub(SubExpression(node)!)
        case .parenExpression: self = .paren(ParenExpression(node)!)
        case .scriptBlockExpression: self = .scriptBlock(ScriptBlockExpression(node)!)
        case .hashtable: self = .hashtable(Hashtable(node)!)
        case .variableExpression: self = .variable(VariableExpression(node)!)
        case .constantExpression: self = .constant(ConstantExpression(node)!)
        case .stringConstantExpression: self = .string(StringConstantExpression(node)!)
        case .expandableStringExpression: self = .expandableString(ExpandableStringExpression(node)!)
        case .usingExpression: self = .using(UsingExpression(node)!)
        case .errorExpression: self = .error(node)
        default: return nil
        }
    }

    public var node: Node {
        switch self {
        case .binary(let view): view.node
        case .unary(let view): view.node
        case .ternary(let view): view.node
        case .convert(let view): view.node
        case .attributed(let view): view.node
        case .type(let view): view.node
        case .member(let view): view.node
        case .invokeMember(let view): view.node
        case .index(let view): view.node
        case .array(let view): view.node
        case .arrayLiteral(let view): view.node
        case .sub(let view): view.node
        case .paren(let view): view.node
        case .scriptBlock(let view): view.node
        case .hashtable(let view): view.node
        case .variable(let view): view.node
        case .constant(let view): view.node
        case .string(let view): view.node
        case .expandableString(let view): view.node
        case .using(let view): view.node
        case .error(let node): node
        }
    }

    public var extent: Extent { node.extent }
    public var text: String { node.text }

    /// The expression inside parentheses that hold nothing else, however many there are.
    public var withoutParentheses: Expression {
        var expression = self
        while case .paren(let paren) = expression, let inner = paren.pipeline.soleExpression { expression = inner }
        return expression
    }
}

public struct BinaryExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .binaryExpression else { return nil }; self.node = node }

    public var left: Expression { Expression(node.child(.left)!)! }
    public var right: Expression { Expression(node.child(.right)!)! }
    /// In lower case with a plain dash: `+`, `..`, `-f`, `-eq`, `-ceq`, `??`.
    public var `operator`: String { normalizedOperator(node.tokenText) }
}

public struct UnaryExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .unaryExpression else { return nil }; self.node = node }

    public var child: Expression { node.children.lazy.compactMap { Expression($0) }.first! }
    /// In lower case with a plain dash: `-not`, `!`, `-`, `,` is an ``ArrayLiteral``; `++` before or after.
    public var `operator`: String { normalizedOperator(node.tokenText) }
    /// `$i++`, not `++$i`.
    public var isPostfix: Bool { node.token.start >= child.extent.end }
}

private func normalizedOperator(_ text: String) -> String {
    String(text.lowercased().map { "–—―".contains($0) ? "-" : $0 })
}

public struct TernaryExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .ternaryExpression else { return nil }; self.node = node }

    public var condition: Expression { Expression(node.child(.condition)!)! }
    public var ifTrue: Expression { Expression(node.child(.whenTrue)!)! }
    public var ifFalse: Expression { Expression(node.child(.whenFalse)!)! }
}

/// A cast, `[string]$x`, also as the left side of an assignment.
public struct ConvertExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .convertExpression else { return nil }; self.node = node }

    public var type: TypeConstraint { node.children(as: TypeConstraint.self).first! }
    public var child: Expression { node.children.lazy.compactMap { Expression($0) }.first! }
}

/// `[ValidateNotNull()]$x = 1`.
public struct AttributedExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .attributedExpression else { return nil }; self.node = node }

    public var attribute: Attribute? { node.children(as: Attribute.self).first }
    public var child: Expression { node.children.lazy.compactMap { Expression($0) }.first! }
}

public struct TypeExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .typeExpression else { return nil }; self.node = node }

    /// What stands between the brackets, as written.
    public var typeName: String { node.tokenText }
}

/// `$x.Name`, `[Type]::Name`.
public struct MemberExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .memberExpression else { return nil }; self.node = node }

    public var expression: Expression { Expression(node.child(.target)!)! }
    public var member: Expression { Expression(node.child(.member)!)! }
    /// `::` was used.
    public var isStatic: Bool { node.tokenText == "::" }
    /// `?.` was used.
    public var isNullConditional: Bool { node.tokenText == "?." }
    /// The member's name where the text tells it.
    public var memberName: String? {
        if case .string(let name) = member { return name.value }
        return nil
    }
}

/// `$x.Method(…)`, `[Type]::Method(…)`, `: base(…)`.
public struct InvokeMemberExpression: Ast {
    public let node: Node
    public init?(_ node: Node) {
        guard node.kind == .invokeMemberExpression || node.kind == .baseCtorInvokeMemberExpression else { return nil }
        self.node = node
    }

    public var expression: Expression { Expression(node.child(.target)!)! }
    public var member: Expression { Expression(node.child(.member)!)! }
    public var arguments: [Expression] { node.children(.argument).compactMap { Expression($0) } }
    public var isStatic: Bool { node.tokenText == "::" }
    public var isNullConditional: Bool { node.tokenText == "?." }
    public var memberName: String? {
        if case .string(let name) = member { return name.value }
        return nil
    }
}

public struct IndexExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .indexExpression else { return nil }; self.node = node }

    public var target: Expression { Expression(node.child(.target)!)! }
    public var index: Expression { Expression(node.child(.argument)!)! }
}

/// `@( … )`
public struct ArrayExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .arrayExpression else { return nil }; self.node = node }

    public var subExpression: StatementBlock { StatementBlock(node.child(.body)!)! }
}

/// `a, b` and `,a`.
public struct ArrayLiteral: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .arrayLiteral else { return nil }; self.node = node }

    public var elements: [Expression] { node.children.compactMap { Expression($0) } }
}

/// `$( … )`
public struct SubExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .subExpression else { return nil }; self.node = node }

    public var subExpression: StatementBlock { StatementBlock(node.child(.body)!)! }
}

/// `( … )`
public struct ParenExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .parenExpression else { return nil }; self.node = node }

    public var pipeline: Statement { node.children.lazy.compactMap { Statement($0) }.first! }
}

/// `{ … }` as a value.
public struct ScriptBlockExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .scriptBlockExpression else { return nil }; self.node = node }

    public var scriptBlock: ScriptBlock { node.children.lazy.compactMap { ScriptBlock($0) }.first! }
}

/// `@{ … }`
public struct Hashtable: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .hashtable else { return nil }; self.node = node }

    public var entries: [(key: Expression, value: Statement)] {
        zip(node.children(.key), node.children(.value)).map { (Expression($0)!, Statement($1)!) }
    }
}

public struct VariableExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .variableExpression else { return nil }; self.node = node }

    /// `@name`, as an argument of a command.
    public var isSplatted: Bool { node.form == 1 }

    /// The path without sigil and braces, with scope or drive as written: `to`, `env:TEMP`, `script:to`.
    public var variablePath: String {
        // The target of a constructor's call of its base class is not written out.
        if node.role == .target, node.parent?.kind == .baseCtorInvokeMemberExpression { return "this" }
        let text = node.text.dropFirst()
        guard text.hasPrefix("{") else { return String(text) }
        return unescaped(text.dropFirst().dropLast())
    }

    /// A scope (`global`, `local`, `script`, `private`, `using`) or drive (`env`, `function`) in lower case.
    public var qualifier: String? {
        let path = variablePath
        guard let colon = path.firstIndex(of: ":"), colon != path.startIndex else { return nil }
        return path[..<colon].lowercased()
    }

    /// The name without a qualifier.
    public var name: String {
        let path = variablePath
        guard let colon = path.firstIndex(of: ":"), colon != path.startIndex else { return path }
        return String(path[path.index(after: colon)...])
    }
}

/// `$using:x`
public struct UsingExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .usingExpression else { return nil }; self.node = node }

    public var subExpression: Expression { node.children.lazy.compactMap { Expression($0) }.first! }
}
