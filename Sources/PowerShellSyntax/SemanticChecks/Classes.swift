// Members of classes. The types that they name are not looked up: they depend on what is loaded.

extension SemanticChecks {
    mutating func checkProperty(_ property: Node) {
        checkModifiers(of: property, before: property.token.start)
        let types = property.children(as: TypeConstraint.self)
        if let second = types.dropFirst().first { reportSecondType(second) }
        if let type = types.first, plainTypeName(type.typeName) == "void" {
            report("TypeNotAllowedForProperty", type.extent, "a property can't be [void]")
        }
        if isStatic(property) {
            for node in ownNodes(of: property) where isThis(node) { reportThis(node) }
        }
    }

    mutating func checkMethod(_ member: FunctionMember) {
        guard let function = member.node.children(as: FunctionDefinition.self).first else { return }
        checkModifiers(of: member.node, before: function.extent.start)
        let types = member.node.children(as: TypeConstraint.self)
        if let second = types.dropFirst().first { reportSecondType(second) }
        let isConstructor =
            member.node.parent.flatMap(TypeDefinition.init).map { CaselessName($0.name) == CaselessName(member.name) } ?? false
        if isConstructor, let type = types.first {
            report("ConstructorCantHaveReturnType", type.extent, "a constructor returns nothing")
        }
        for parameter in function.parameters {
            let types = parameter.typeConstraints.filter { plainTypeName($0.typeName) != "ordered" }
            if let second = types.dropFirst().first {
                report("MultipleTypeConstraintsOnMethodParam", second.extent, "a parameter of a method has one type at most")
            }
        }
        checkBody(function, returnType: types.first, isStatic: isStatic(member.node))
    }

    private mutating func checkBody(_ function: FunctionDefinition, returnType: TypeConstraint?, isStatic: Bool) {
        if let block = function.body.paramBlock {
            report("ParamBlockNotAllowedInMethod", block.extent, "a method has its parameters behind its name, not in 'param'")
        }
        if let block = function.body.namedBlocks.first(where: { !$0.isUnnamed }) {
            report("NamedBlockNotAllowedInMethod", block.extent, "a method has no 'begin', 'process' and 'end'")
            return
        }
        let returnsValue = returnType.map { plainTypeName($0.typeName) != "void" } ?? false
        let properties = self.properties(beside: function)
        for node in ownNodes(of: function.body.node) {
            switch node.kind {
            case .returnStatement: checkReturn(FlowStatement(node)!, returnsValue: returnsValue)
            case .variableExpression where isStatic && isThis(node): reportThis(node)
            case .assignmentStatement: checkIsNotProperty(AssignmentStatement(node)!, properties)
            default: break
            }
        }
        let flow = MethodFlow(of: function)
        for variable in flow.unsetVariables {
            report(
                "VariableNotLocal", variable.extent,
                "nothing in the method sets \(variable.text); \"$script:\" or \"$global:\" reads another's")
        }
        if returnsValue, flow.canReachEnd {
            report("MethodHasCodePathNotReturn", function.nameExtent, "\(function.name) can end without returning a value")
        }
    }

    private mutating func checkReturn(_ statement: FlowStatement, returnsValue: Bool) {
        if statement.pipeline != nil, !returnsValue {
            report("VoidMethodHasReturn", statement.extent, "a method without a type returns no value")
        } else if statement.pipeline == nil, returnsValue {
            report("NonVoidMethodMissingReturnValue", statement.extent, "the method has to return a value")
        }
    }

    /// The names of the class's properties, and whether each is static.
    private mutating func properties(beside function: FunctionDefinition) -> [CaselessName: Bool] {
        guard let type = function.node.enclosing(TypeDefinition.self) else { return [:] }
        if let known = propertiesOfTypes[type.node.index] { return known }
        let properties = type.node.children(as: PropertyMember.self).map { (CaselessName($0.name), isStatic($0.node)) }
        let names = Dictionary(properties) { first, _ in first }
        propertiesOfTypes[type.node.index] = names
        return names
    }

    /// A property is never set by its name alone.
    private mutating func checkIsNotProperty(_ assignment: AssignmentStatement, _ properties: [CaselessName: Bool]) {
        var targets = [assignment.left]
        if case .arrayLiteral(let list) = assignment.left { targets = list.elements }
        for var target in targets {
            while case .convert(let cast) = target { target = cast.child }
            guard case .variable(let variable) = target, let isStatic = properties[CaselessName(variable.variablePath)] else { continue }
            report(
                isStatic ? "MissingTypeInStaticPropertyAssignment" : "MissingThis", variable.extent,
                "\(variable.variablePath) is a property: set it with '\(isStatic ? "[class]::" : "$this.")\(variable.variablePath)'")
        }
    }

    mutating func checkBaseCall(_ call: Node) {
        guard let name = call.child(.target), !name.extent.isEmpty, name.text.lowercased() != "base" else { return }
        report("MissingBaseCtorCall", name.extent, "a constructor calls 'base', not '\(name.text)'")
    }

    // MARK: Modifiers and $this

    private mutating func checkModifiers(of member: Node, before end: Int) {
        let words = modifiers(of: member, before: end)
        if Set(words).count < words.count {
            report("DuplicateQualifier", Extent(member.extent.start, end), "a modifier is there twice")
        }
    }

    /// `static` and `hidden`, in lower case: what stands before the name, beside types and attributes.
    private func modifiers(of member: Node, before end: Int) -> [String] {
        var start = member.extent.start
        var text = ""
        for child in member.children where child.extent.end <= end {
            text += tree.source.string(Extent(start, child.extent.start)) + " "
            start = child.extent.end
        }
        text += tree.source.string(Extent(start, end))
        // Comments may say anything.
        return text.contains("#") ? [] : text.lowercased().split { !$0.isLetter }.map(String.init)
    }

    private func isStatic(_ member: Node) -> Bool { modifiers(of: member, before: member.token.start).contains("static") }

    private mutating func reportSecondType(_ type: TypeConstraint) {
        report("TooManyTypes", type.extent, "a member has one type at most")
    }

    private func isThis(_ node: Node) -> Bool { VariableExpression(node)?.variablePath.lowercased() == "this" }

    private mutating func reportThis(_ node: Node) {
        report("NonStaticMemberAccessInStaticMember", node.extent, "what is static has no $this")
    }

    /// What is below a node but not in a script block or function of its own.
    private func ownNodes(of root: Node) -> [Node] {
        var nodes: [Node] = []
        var index = root.index + 1
        while index < Int(root.record.subtreeEnd) {
            let node = Node(tree: tree, index: index)
            let isOther = node.kind == .scriptBlock
            if !isOther { nodes.append(node) }
            index = isOther ? Int(node.record.subtreeEnd) : index + 1
        }
        return nodes
    }
}
