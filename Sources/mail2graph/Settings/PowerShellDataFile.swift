import PowerShellSyntax

/// A value of a PowerShell data file.
indirect enum DataValue: Equatable, Sendable {
    case text(String)
    case integer(Int64)
    case real(Double)
    case boolean(Bool)
    case null
    case list([DataItem])
    case table([DataEntry])
}

/// A value and where it stands.
struct DataItem: Equatable, Sendable {
    var value: DataValue
    /// Counted from 1.
    var line: Int
}

/// A key of a hashtable and its value.
struct DataEntry: Equatable, Sendable {
    /// As it is written.
    var key: String
    /// Of the key, counted from 1.
    var line: Int
    var item: DataItem
}

/// A file in PowerShell's data format: one hashtable of constants.
///
/// What it takes is what `Import-PowerShellDataFile` takes, and means the same. That also expands constants within texts; here
/// nothing is expanded, so that nobody has to know which variables are constants.
struct PowerShellDataFile: Sendable {
    let entries: [DataEntry]
    /// What is no constant, in the order of the lines; it is not among the entries.
    let faults: [Fault]

    /// What is wrong with a file.
    struct Fault: Hashable, Sendable {
        /// Counted from 1.
        var line: Int
        /// Part of a sentence: what is wrong and what would be right.
        var reason: String
        /// What to do about it, where the reason does not say it.
        var advice = ""
    }

    /// Why nothing can be read of a file.
    struct Faults: Error, Equatable {
        var all: [Fault]
    }

    init(_ source: SourceText) throws(Faults) {
        let tree = SyntaxTree.parse(source)
        if !tree.errors.isEmpty {
            throw Faults(
                all: tree.errors.map {
                    Fault(
                        line: $0.line, reason: "can't be parsed: \($0.message)",
                        advice: "mend it: entries are Key = 'value', each on a line of its own or with a ; behind it")
                })
        }
        var reader = ConstantReader(source: source)
        entries = reader.entries(of: try Self.table(of: tree))
        faults = reader.faults
    }

    /// The hashtable that the file is.
    private static func table(of tree: SyntaxTree) throws(Faults) -> Hashtable {
        let root = tree.root
        let statements = root.endBlock?.statements ?? []
        guard case .hashtable(let table)? = statements.first?.soleExpression else {
            let line = statements.first.map { tree.source.line(at: $0.extent.start) } ?? 1
            throw Faults(all: [Fault(line: line, reason: "is no hashtable; a data file is one: @{ Key = 'value' }")])
        }
        let others = root.usingStatements.map(\.node) + [root.paramBlock?.node].compactMap(\.self) + statements.dropFirst().map(\.node)
        if let other = others.first {
            throw Faults(all: [
                Fault(line: tree.source.line(at: other.extent.start), reason: "stands beside the hashtable; a data file holds nothing else")
            ])
        }
        return table
    }
}

/// Reads constants, and collects what is none.
private struct ConstantReader {
    let source: SourceText
    var faults: [PowerShellDataFile.Fault] = []
    private var depth = 0

    /// More than anybody nests, and few enough for any stack.
    private static let depthLimit = 100

    init(source: SourceText) { self.source = source }

    mutating func entries(of table: Hashtable) -> [DataEntry] {
        table.entries.compactMap { key, value in
            let line = line(of: key.node)
            let name: String
            switch key {
            case .string(let string): name = string.value
            case .constant(let number): name = number.text
            default:
                report(key.node, "is no constant; write the key as a name or in single quotes")
                return nil
            }
            return item(of: value).map { DataEntry(key: name, line: line, item: $0) }
        }
    }

    // MARK: Values

    private mutating func item(of statement: Statement) -> DataItem? {
        if let expression = statement.soleExpression { return item(of: expression) }
        if let command = statement.soleCommand, command.elements.count == 1, let name = command.name {
            report(statement.node, "would run as a command; text stands in quotes: '\(name.replacing("'", with: "''"))'")
        } else {
            report(statement.node, "would run; a data file holds nothing but constants")
        }
        return nil
    }

    private mutating func item(of expression: Expression) -> DataItem? {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.depthLimit {
            report(expression.node, "is nested more than \(Self.depthLimit) deep")
            return nil
        }
        return value(of: expression).map { DataItem(value: $0, line: line(of: expression.node)) }
    }

    private mutating func value(of expression: Expression) -> DataValue? {
        switch expression {
        case .string(let string): return .text(string.value)
        case .constant(let number): return self.number(number, sign: 1)
        case .unary(let unary) where ["-", "+"].contains(unary.operator):
            if case .constant(let number) = unary.child.withoutParentheses {
                return self.number(number, sign: unary.operator == "-" ? -1 : 1)
            }
        case .variable(let variable) where !variable.isSplatted:
            switch variable.variablePath.lowercased() {
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            case "null": return .null
            default:
                report(expression.node, "is a variable; a data file knows no other than $true, $false and $null")
                return nil
            }
        case .expandableString:
            report(expression.node, "would be expanded; write the text in single quotes, or ` before each $")
            return nil
        case .arrayLiteral(let list): return .list(list.elements.compactMap { item(of: $0) })
        case .array(let array):
            // What a statement in it gives is taken apart: `@(1, 2)` has two elements.
            return .list(
                array.subExpression.statements.compactMap { item(of: $0) }.flatMap { item in
                    if case .list(let elements) = item.value { elements } else { [item] }
                })
        case .paren(let paren): return item(of: paren.pipeline)?.value
        case .hashtable(let table): return .table(entries(of: table))
        default: break
        }
        report(expression.node, "would run; a data file holds nothing but constants")
        return nil
    }

    private mutating func number(_ number: ConstantExpression, sign: Int64) -> DataValue? {
        if let value = number.integerValue {
            let (product, overflow) = value.multipliedReportingOverflow(by: sign)
            if !overflow { return .integer(product) }
        } else if let value = Double(number.text) {
            return .real(value * Double(sign))
        }
        report(number.node, "is no number that can be read here; write its digits")
        return nil
    }

    // MARK: Faults

    private func line(of node: Node) -> Int { source.line(at: node.extent.start) }

    private mutating func report(_ node: Node, _ reason: String) {
        let text = node.text.prefix { !$0.isNewline }
        let excerpt = text.count > 40 ? text.prefix(37) + "…" : text
        faults.append(.init(line: line(of: node), reason: "\(excerpt) \(reason)"))
    }
}
