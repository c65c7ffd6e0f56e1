// Script blocks, their parts, functions and types.

public struct ScriptBlock: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .scriptBlock else { return nil }; self.node = node }

    public var usingStatements: [UsingStatement] { node.children(as: UsingStatement.self) }
    public var attributes: [Attribute] { node.children(as: Attribute.self) }
    public var paramBlock: ParamBlock? { node.children(as: ParamBlock.self).first }
    public var dynamicParamBlock: NamedBlock? { block(.dynamicParamBlock) }
    public var beginBlock: NamedBlock? { block(.beginBlock) }
    public var processBlock: NamedBlock? { block(.processBlock) }
    /// The statements of a script block without named blocks are its end block, those of a filter its process block.
    public var endBlock: NamedBlock? { block(.endBlock) }
    public var cleanBlock: NamedBlock? { block(.cleanBlock) }
    public var namedBlocks: [NamedBlock] { node.children(as: NamedBlock.self) }

    private func block(_ role: Role) -> NamedBlock? { node.child(role).flatMap(NamedBlock.init) }
}

public struct ParamBlock: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .paramBlock else { return nil }; self.node = node }

    public var attributes: [Attribute] { node.children(as: Attribute.self) }
    public var parameters: [Parameter] { node.children(as: Parameter.self) }
}

/// `begin`, `process`, `end`, `clean`, `dynamicparam`; the role says which.
public struct NamedBlock: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .namedBlock else { return nil }; self.node = node }

    /// A block of statements that stand in no named block has no keyword and no braces of its own.
    public var isUnnamed: Bool { node.form == 1 }
    public var statements: [Statement] { node.children.compactMap { Statement($0) } }
    public var traps: [TrapStatement] { node.children(as: TrapStatement.self) }
}

public struct Parameter: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .parameter else { return nil }; self.node = node }

    public var attributes: [Attribute] { node.children(as: Attribute.self) }
    public var typeConstraints: [TypeConstraint] { node.children(as: TypeConstraint.self) }
    public var variable: VariableExpression { VariableExpression(node.child(.variable)!)! }
    public var defaultValue: Expression? { node.child(.value).flatMap { Expression($0) } }
}

public struct Attribute: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .attribute else { return nil }; self.node = node }

    /// `CmdletBinding`, `Parameter`, as written.
    public var typeName: String { node.tokenText }
    public var positionalArguments: [Expression] { node.children(.argument).compactMap { Expression($0) } }
    public var namedArguments: [NamedAttributeArgument] { node.children(as: NamedAttributeArgument.self) }
}

public struct NamedAttributeArgument: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .namedAttributeArgument else { return nil }; self.node = node }

    public var name: String { node.tokenText }
    /// Nil for a name alone, which means `$true`.
    public var argument: Expression? { node.children.compactMap { Expression($0) }.first }
}

public struct TypeConstraint: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .typeConstraint else { return nil }; self.node = node }

    /// What stands between the brackets, as written.
    public var typeName: String { node.tokenText }
}

public struct UsingStatement: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .usingStatement else { return nil }; self.node = node }

    /// `namespace`, `module`, `assembly`, `command` or `type`, as written.
    public var usingKind: String { node.tokenText }
    public var operands: [Expression] { node.children.compactMap { Expression($0) } }
}

/// A `function`, `filter` or `workflow`.
public struct FunctionDefinition: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .functionDefinition else { return nil }; self.node = node }

    /// As written, with a scope (`global:Send-Mail`) where it has one.
    public var name: String { node.tokenText }
    public var nameExtent: Extent { node.token }
    /// The parameters in parentheses behind the name; those of a `param` block are the body's.
    public var parameters: [Parameter] { node.children(as: Parameter.self) }
    public var body: ScriptBlock { ScriptBlock(node.child(.body)!)! }
}

/// A class, enum or interface.
public struct TypeDefinition: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .typeDefinition else { return nil }; self.node = node }

    public var name: String { node.tokenText }
    public var isEnum: Bool { node.form == 1 }
    public var baseTypes: [TypeConstraint] { node.children(.baseType).compactMap(TypeConstraint.init) }
}

public struct PropertyMember: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .propertyMember else { return nil }; self.node = node }

    /// Of `${…}` what stands in the braces.
    public var name: String {
        let text = node.tokenText
        return text.hasPrefix("{") ? unescaped(text.dropFirst().dropLast()) : text
    }
    public var initialValue: Expression? { node.child(.value).flatMap { Expression($0) } }
}

/// A method or constructor of a class.
public struct FunctionMember: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .functionMember else { return nil }; self.node = node }

    public var name: String { node.tokenText }
}
