import CTreeSitter
import TreeMemory
import TreeSitterPowerShell

/// The parser that was generated from the grammar, and the grammar's names by the numbers that it uses.
struct Grammar: Sendable {
    static let shared = Grammar()

    /// Nobody changes it.
    nonisolated(unsafe) let language: OpaquePointer?

    private let rules: [Rule]
    private let fields: [Field]

    private init() {
        let language = tree_sitter_powershell_wide()
        self.language = language
        ts_set_allocator(tree_memory_malloc, tree_memory_calloc, tree_memory_realloc, tree_memory_free)
        let ruleNames = Dictionary(uniqueKeysWithValues: Rule.allCases.map { (snakeCase($0), $0) })
        rules = (0..<ts_language_symbol_count(language)).map { symbol in
            guard ts_language_symbol_type(language, TSSymbol(symbol)) == TSSymbolTypeRegular,
                let name = ts_language_symbol_name(language, TSSymbol(symbol))
            else { return .token }
            return ruleNames[String(cString: name)] ?? .other
        }
        let fieldNames = Dictionary(uniqueKeysWithValues: Field.allCases.map { (snakeCase($0), $0) })
        fields = (0...ts_language_field_count(language)).map { id in
            ts_language_field_name_for_id(language, TSFieldId(id)).flatMap { fieldNames[String(cString: $0)] } ?? .none
        }
    }

    func rule(_ symbol: TSSymbol) -> Rule { symbol == TSSymbol.max ? .error : rules[Int(symbol)] }
    func field(_ id: TSFieldId) -> Field { fields[Int(id)] }
}

/// `ifStatement` as the grammar spells it: `if_statement`.
func snakeCase(_ name: some Any) -> String {
    String(describing: name).reduce(into: "") { result, character in
        result += character.isUppercase ? "_" + character.lowercased() : String(character)
    }
}

/// The named rules of the grammar that the lowering reads; written there in snake case.
enum Rule: UInt8, CaseIterable, Sendable {
    /// Punctuation and keywords.
    case token
    /// A rule that the lowering does not know.
    case other
    /// What the parser could not read.
    case error
    case comment

    // Scripts and definitions
    case program, usingStatement, paramBlock, namedBlock, blockName, statementBlock, scriptBlock
    case parameter, attribute, namedAttributeArgument
    case functionDefinition, functionKeyword, functionName
    case classDefinition, baseType, propertyMember, methodMember, baseConstructorCall, modifier
    case enumDefinition, enumMember

    // Statements
    case ifStatement, elseifClause, elseClause
    case switchStatement, switchFlag, switchClause, `default`
    case foreachStatement, foreachFlag, forStatement, whileStatement, doStatement, label
    case tryStatement, catchClause, finallyClause, trapStatement, dataStatement, dataFlag, blockStatement
    case returnStatement, throwStatement, exitStatement, breakStatement, continueStatement
    case assignmentStatement, assignmentOperator, pipelineChain, pipeline, backgroundOperator

    // Commands
    case command, commandName, invocationOperator, commandExpression, commandParameter, parameterName
    case stopParsing, verbatimArgument, genericToken
    case fileRedirection, fileRedirectionOperator, mergingRedirection

    // Expressions
    case ternaryExpression, binaryExpression, unaryExpression, postfixExpression, castExpression, attributedExpression
    case logicalOperator, bitwiseOperator, comparisonOperator, nullCoalesceOperator, additiveOperator
    case multiplicativeOperator, formatOperator, rangeOperator, unaryOperator, postfixOperator
    case arrayLiteral, parenthesizedExpression, subExpression, arrayExpression, hashtable, hashEntry
    case scriptBlockExpression, memberExpression, memberOperator, invokeMemberExpression, indexExpression, indexOperator
    case variable, splattedVariable, number, simpleName
    case verbatimString, verbatimHereString, expandableString, expandableHereString

    // Types
    case typeLiteral, typeName, arrayType, genericType, assemblyName

    /// Whether the grammar never says of a child of such a node what it is to it. These are the nodes that may have millions.
    var isPlainList: Bool {
        switch self {
        case .program, .scriptBlock, .scriptBlockExpression, .statementBlock, .subExpression, .arrayExpression,
            .parenthesizedExpression, .pipeline, .arrayLiteral, .genericToken, .expandableString, .expandableHereString, .baseType:
            true
        default: false
        }
    }
}

/// The fields of the grammar that the lowering reads.
enum Field: UInt8, CaseIterable, Sendable {
    case none
    case alternative, argument, arguments, assembly, attribute, attributes, base, bases, body, clauses, collection
    case commands, condition, consequence, `default`, element, entries, expression, file, finally, flags, index
    case initializer, iterator, key, kind, label, left, member, members, modifiers, name, operand, `operator`
    case parameters, redirections, right, target, type, typeArguments, types, value, variable
}
