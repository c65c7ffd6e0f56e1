// What reads well and is refused nevertheless, because it can't mean anything: the engine's SemanticChecks and what its
// parser checks beside the grammar. What depends on the machine (types, modules, resources) is not judged.

/// Of a script without syntax errors.
func semanticErrors(in tree: SyntaxTree) -> [SyntaxError] {
    var checks = SemanticChecks(tree: tree)
    for index in tree.records.indices where mayBeWrong(tree, index) { checks.check(Node(tree: tree, index: index)) }
    checks.checkRequirements()
    return checks.errors
}

/// Whether there may be something to say about a node: about most there is not, and a closer look costs more.
private func mayBeWrong(_ tree: SyntaxTree, _ index: Int) -> Bool {
    func children() -> ChildSequence { Node(tree: tree, index: index).children }
    let record = tree.records[index]
    switch record.kind {
    case .hashtable, .paramBlock, .functionDefinition, .parameter, .unaryExpression, .convertExpression, .tryStatement,
        .breakStatement, .continueStatement, .returnStatement, .attribute, .switchStatement, .forEachStatement,
        .blockStatement, .dataStatement, .typeDefinition, .functionMember, .propertyMember, .usingExpression,
        .usingStatement, .baseCtorInvokeMemberExpression:
        return true
    case .assignmentStatement: return tree.records[index + 1].kind != .variableExpression
    case .command, .commandExpression: return children().contains { $0.role == .redirection }
    case .scriptBlock: return children().count { $0.kind == .namedBlock } > 1
    case .variableExpression:
        return record.form == 1 || record.end > record.start && tree.source.text[Int(record.end) - 1] == UInt8(ascii: "}")
    default: return false
    }
}

struct SemanticChecks {
    let tree: SyntaxTree
    private(set) var errors: [SyntaxError] = []
    /// The names of the types that a script block defines, by the block's index.
    var typeNames: [Int: Set<CaselessName>] = [:]
    /// The names of the properties of each class, by its index, and whether each is static.
    var propertiesOfTypes: [Int: [CaselessName: Bool]] = [:]

    init(tree: SyntaxTree) {
        self.tree = tree
    }

    mutating func check(_ node: Node) {
        switch node.kind {
        case .hashtable:
            checkKeys(Hashtable(node)!)
            checkSeparators(Hashtable(node)!)
        case .paramBlock: checkParameters(ParamBlock(node)!.parameters)
        case .functionDefinition: checkFunction(FunctionDefinition(node)!)
        case .scriptBlock: checkBlocks(ScriptBlock(node)!)
        case .parameter: checkTypes(of: Parameter(node)!)
        case .assignmentStatement: checkTarget(of: AssignmentStatement(node)!)
        case .unaryExpression: checkIncrement(UnaryExpression(node)!)
        case .convertExpression: checkCast(ConvertExpression(node)!)
        case .usingStatement: checkUsing(UsingStatement(node)!)
        case .usingExpression: checkUsing(UsingExpression(node)!)
        case .variableExpression: checkVariable(VariableExpression(node)!)
        case .switchStatement: checkDefaults(node)
        case .tryStatement: checkCatchClauses(TryStatement(node)!)
        case .breakStatement, .continueStatement, .returnStatement: checkJump(FlowStatement(node)!)
        case .forEachStatement: checkFlags(ForEachStatement(node)!)
        case .blockStatement: checkIsInWorkflow(BlockStatement(node)!)
        case .command, .commandExpression: checkRedirections(node)
        case .attribute: checkArguments(Attribute(node)!)
        case .dataStatement: checkData(DataStatement(node)!)
        case .typeDefinition: checkName(of: TypeDefinition(node)!)
        case .propertyMember: checkProperty(node)
        case .baseCtorInvokeMemberExpression: checkBaseCall(node)
        case .functionMember: checkMethod(FunctionMember(node)!)
        default: break
        }
    }

    mutating func report(_ id: String, _ extent: Extent, _ message: String) {
        errors.append(SyntaxError(extent: extent, line: tree.source.line(at: extent.start), message: message, id: id))
    }
}
