import PowerShellAnalysis
import PowerShellSyntax

/// An object that a script makes, with what it sets of it: `$smtp.Host = …`, `New-Object … -Property @{…}`.
struct ScriptObject {
    /// Of the constructor.
    let arguments: [Expression]
    private let properties: Hashtable?
    /// What the object is kept in; nil where it is used at once.
    private let variable: String?
    private let node: Node

    init(_ creation: ObjectCreation) {
        arguments = creation.arguments
        properties = creation.properties
        node = creation.node
        variable = creation.node.assignedVariable
    }

    /// Whatever a property is set to, in the order of the text.
    func values(of property: String) -> [Node] {
        let entries = (properties?.entries ?? []).filter { key, _ in
            if case .string(let key) = key { key.value.lowercased() == property.lowercased() } else { false }
        }
        guard let variable else { return entries.map(\.value.node) }
        let assignments = node.tree.all(AssignmentStatement.self).filter { assignment in
            guard case .member(let member) = assignment.left, case .variable(let owner) = member.expression else { return false }
            return owner.name.lowercased() == variable && member.memberName?.lowercased() == property.lowercased()
        }
        return entries.map(\.value.node) + assignments.map(\.right.node)
    }

    /// The calls of a method of the object.
    func calls(of methods: Set<String>) -> [InvokeMemberExpression] {
        node.tree.all(InvokeMemberExpression.self).filter { call in
            guard let method = call.memberName?.lowercased(), methods.contains(method) else { return false }
            if case .variable(let owner) = call.expression { return variable != nil && owner.name.lowercased() == variable }
            return node.isDescendant(of: call.expression.node)
        }
    }
}

extension Node {
    /// The name, in lower case, of the variable that the value of this node is put into.
    fileprivate var assignedVariable: String? {
        guard let assignment = enclosing(AssignmentStatement.self), isDescendant(of: assignment.right.node) else { return nil }
        var target = assignment.left
        while case .convert(let convert) = target { target = convert.child }
        if case .variable(let variable) = target { return variable.name.lowercased() }
        return nil
    }

    /// The object that is made here, alone or in parentheses.
    var madeObject: ObjectCreation? {
        ([self] + Array(descendants)).lazy.compactMap { ObjectCreation($0) }.first
    }
}
