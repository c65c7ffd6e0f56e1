/// What a node of the tree is: the names of Microsoft's AST classes less `Ast`.
///
/// Source: `System.Management.Automation.Language`.
public enum Kind: UInt8, Sendable, CaseIterable {
    // Script blocks and definitions
    case scriptBlock, paramBlock, namedBlock, parameter, attribute, namedAttributeArgument, typeConstraint
    case usingStatement, functionDefinition, typeDefinition, propertyMember, functionMember

    // Statements
    case statementBlock, ifStatement, switchStatement, forStatement, forEachStatement, whileStatement
    case doWhileStatement, doUntilStatement, tryStatement, catchClause, trapStatement, dataStatement, blockStatement
    case breakStatement, continueStatement, returnStatement, exitStatement, throwStatement
    case assignmentStatement, pipeline, pipelineChain

    // Pipeline elements
    case command, commandExpression, commandParameter, fileRedirection, mergingRedirection

    // Expressions
    case binaryExpression, unaryExpression, ternaryExpression, convertExpression, attributedExpression
    case typeExpression, memberExpression, invokeMemberExpression, baseCtorInvokeMemberExpression, indexExpression
    case arrayExpression, arrayLiteral, subExpression, parenExpression, scriptBlockExpression, hashtable
    case variableExpression, constantExpression, stringConstantExpression, expandableStringExpression
    case usingExpression

    // What could not be parsed
    case errorStatement, errorExpression

    /// The name as the engine prints it: `StringConstantExpression`.
    public var name: String {
        let name = String(describing: self)
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}

/// What a node is to its parent, where its place among its siblings does not say so.
public enum Role: UInt8, Sendable {
    case none
    /// Conditions of `if`, `while`, `do`, `switch`, `for`, a ternary.
    case condition
    /// The block of a clause or statement, the script block of a function.
    case body
    case elseClause
    case initializer, iterator
    /// The variable of a `foreach`, a parameter, a trap or an assignment's left side.
    case variable
    case left, right
    /// The value of an assignment, a `return`, a parameter's default, a hashtable entry, a named argument.
    case value
    case key
    case attribute
    case baseType
    case returnType
    case parameter
    case member
    case target
    case argument
    case genericArgument
    case redirection
    case label
    case finallyClause
    case catchType
    case whenTrue, whenFalse
    case beginBlock, processBlock, endBlock, cleanBlock, dynamicParamBlock
}
