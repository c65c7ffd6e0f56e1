import PowerShellSyntax

/// A call that makes an object: `New-Object Type(arguments)`, `[Type]::new(arguments)`, `New-Object -ComObject Name`.
public struct ObjectCreation: Sendable {
    public let node: Node
    /// As written.
    public let typeName: String
    public let isCOM: Bool
    /// Of the constructor.
    public let arguments: [Expression]
    /// `-Property @{ … }`
    public let properties: Hashtable?

    /// Nil for what makes no object, and where the class is only known when the script runs.
    public init?(_ node: Node) {
        if let call = InvokeMemberExpression(node) {
            guard call.isStatic, call.memberName?.lowercased() == "new", case .type(let type) = call.expression else { return nil }
            self.init(node: node, typeName: type.typeName, isCOM: false, arguments: call.arguments, properties: nil)
        } else {
            guard let command = Command(node), command.name?.lowercased() == "new-object",
                let call = try? BoundCommand(command, signature: newObject, facts: VariableFacts())
            else { return nil }
            func expression(_ parameter: String) -> Expression? {
                if case .expression(let expression)? = call[parameter]?.value { expression } else { nil }
            }
            guard case .string(let name)? = expression("ComObject") ?? expression("TypeName") else { return nil }
            let properties: Hashtable? = if case .hashtable(let table)? = expression("Property") { table } else { nil }
            self.init(
                node: node, typeName: name.value, isCOM: call["ComObject"] != nil,
                arguments: expression("ArgumentList").map(\.listedElements) ?? [], properties: properties)
        }
    }

    private init(node: Node, typeName: String, isCOM: Bool, arguments: [Expression], properties: Hashtable?) {
        self.node = node
        self.typeName = typeName
        self.isCOM = isCOM
        self.arguments = arguments
        self.properties = properties
    }
}

extension Expression {
    /// The elements of a list that is written out; of another value the value.
    fileprivate var listedElements: [Expression] {
        switch withoutParentheses {
        case .arrayLiteral(let list): list.elements
        case .array(let array):
            array.subExpression.statements.count == 1 ? array.subExpression.statements[0].soleExpression.map(\.listedElements) ?? [] : []
        default: [self]
        }
    }
}

private let newObject = CommandSignature([
    .init("TypeName", position: 0), .init("ArgumentList", aliases: ["Args"], position: 1), .init("Property"), .init("ComObject"),
    .init("Strict", isSwitch: true),
])
