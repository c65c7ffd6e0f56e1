import PowerShellSyntax

/// Asks every view of a tree for everything it has: none may take for granted what a broken script lacks.
func readEverything(_ tree: SyntaxTree) {
    for node in tree.nodes {
        _ = (node.text, node.depth, node.engineExtent)
        if let statement = Statement(node) { read(statement) }
        if let expression = Expression(node) { read(expression) }
        if let view = ScriptBlock(node) {
            _ = (view.usingStatements, view.attributes, view.paramBlock, view.dynamicParamBlock, view.beginBlock)
            _ = (view.processBlock, view.endBlock, view.cleanBlock, view.namedBlocks)
        }
        if let view = ParamBlock(node) { _ = (view.attributes, view.parameters) }
        if let view = NamedBlock(node) { _ = (view.isUnnamed, view.statements, view.traps) }
        if let view = Parameter(node) { _ = (view.attributes, view.typeConstraints, view.variable.name, view.defaultValue) }
        if let view = Attribute(node) { _ = (view.typeName, view.positionalArguments, view.namedArguments) }
        if let view = NamedAttributeArgument(node) { _ = (view.name, view.argument) }
        if let view = TypeConstraint(node) { _ = view.typeName }
        if let view = PropertyMember(node) { _ = (view.name, view.initialValue) }
        if let view = FunctionMember(node) { _ = view.name }
        if let view = StatementBlock(node) { _ = (view.statements, view.traps) }
        if let view = CatchClause(node) { _ = (view.types, view.body) }
        if let view = Command(node) { _ = (view.invocationOperator, view.elements, view.redirections, view.name) }
        if let view = CommandParameter(node) { _ = (view.parameterName, view.argument, view.hasColon) }
        if let view = FileRedirection(node) { _ = (view.operator, view.location) }
    }
}

private func read(_ statement: Statement) {
    _ = (statement.soleExpression, statement.soleCommand)
    switch statement {
    case .pipeline(let view): _ = (view.elements, view.isBackground)
    case .pipelineChain(let view): _ = (view.left, view.right, view.operator, view.isBackground)
    case .assignment(let view): _ = (view.left, view.right, view.operator)
    case .commandExpression(let view): _ = (view.expression, view.redirections)
    case .if(let view): _ = (view.clauses, view.elseClause)
    case .switch(let view): _ = (view.condition, view.clauses, view.defaultClause)
    case .for(let view): _ = (view.initializer, view.condition, view.iterator, view.body)
    case .forEach(let view): _ = (view.variable, view.condition, view.body)
    case .loop(let view): _ = (view.condition, view.body)
    case .try(let view): _ = (view.body, view.catchClauses, view.finally)
    case .trap(let view): _ = (view.type, view.body)
    case .data(let view): _ = view.body
    case .flow(let view): _ = (view.pipeline, view.label)
    case .function(let view): _ = (view.name, view.nameExtent, view.parameters, view.body)
    case .type(let view): _ = (view.name, view.isEnum, view.baseTypes)
    case .using(let view): _ = (view.usingKind, view.operands)
    case .block(let view): _ = view.body
    case .error: break
    }
}

private func read(_ expression: Expression) {
    _ = expression.withoutParentheses
    switch expression {
    case .binary(let view): _ = (view.left, view.right, view.operator)
    case .unary(let view): _ = (view.child, view.operator, view.isPostfix)
    case .ternary(let view): _ = (view.condition, view.ifTrue, view.ifFalse)
    case .convert(let view): _ = (view.type, view.child)
    case .attributed(let view): _ = (view.attribute, view.child)
    case .type(let view): _ = view.typeName
    case .member(let view): _ = (view.expression, view.member, view.isStatic, view.isNullConditional, view.memberName)
    case .invokeMember(let view): _ = (view.expression, view.member, view.arguments, view.isStatic, view.memberName)
    case .index(let view): _ = (view.target, view.index)
    case .array(let view): _ = view.subExpression
    case .arrayLiteral(let view): _ = view.elements
    case .sub(let view): _ = view.subExpression
    case .paren(let view): _ = view.pipeline
    case .scriptBlock(let view): _ = view.scriptBlock
    case .hashtable(let view): _ = view.entries
    case .variable(let view): _ = (view.isSplatted, view.variablePath, view.qualifier, view.name)
    case .constant(let view): _ = view.integerValue
    case .string(let view): _ = (view.stringConstantType, view.value)
    case .expandableString(let view): _ = (view.stringConstantType, view.nestedExpressions, view.parts)
    case .using(let view): _ = view.subExpression
    case .error: break
    }
}
