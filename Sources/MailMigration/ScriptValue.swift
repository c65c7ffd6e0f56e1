import PowerShellAnalysis
import PowerShellSyntax

/// A value of the script, as it can be written where an expression stands, with what is known of it.
struct ScriptValue {
    /// The text in expression mode: a bare word has become a string.
    let text: String
    /// What the value is in the script; nil where it is read back from a hashtable that may hold one of several.
    let expression: Expression?
    /// The text reads the value back from a hashtable; `expression` is what the hashtable was given.
    let isReference: Bool
    /// It stands in a hashtable or variable, where a number is its value and not its text.
    let isTableValue: Bool
    /// The key may be missing, the value `$null` then.
    let mayBeMissing: Bool
    /// An entry of a hashtable that is written by a pipeline, `Body = Get-Content $f | Out-String`.
    let pipeline: Statement?

    init(expression: Expression) {
        text = expressionText(expression)
        self.expression = expression
        isReference = false
        isTableValue = false
        mayBeMissing = false
        pipeline = nil
    }

    /// What flows into the send through a pipeline.
    init(upstream text: String) {
        self.text = text
        expression = nil
        isReference = false
        isTableValue = false
        mayBeMissing = false
        pipeline = nil
    }

    /// - Parameter inlined: the hashtable goes, its values are written where they are used.
    init(entry: SplatContents.Entry, of splat: SplatContents, inlined: Bool) {
        let sole = entry.values.count == 1 && !entry.isConditional ? entry.values[0] : nil
        let statement = sole.flatMap { Statement($0) }
        expression = sole.flatMap { Expression($0) } ?? statement?.soleExpression
        isReference = !(inlined && sole != nil)
        isTableValue = true
        if inlined, let expression {
            text = expressionText(expression)
            pipeline = nil
        } else if inlined, let statement {
            // Only a pipeline can stand in parentheses alone.
            text = (statement.node.kind == .pipeline ? "(" : "$(") + statement.text + ")"
            pipeline = statement
        } else {
            let name = splat.variable.variablePath
            let variable = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == ":" } ? "$" + name : "${" + name + "}"
            let isName = entry.key.allSatisfy { $0.isLetter || $0.isNumber } && entry.key.first?.isLetter == true
            // Reading a key that is missing fails in strict mode as a property, never as an index.
            text = isName && !entry.isConditional ? "\(variable).\(entry.key)" : "\(variable)[\(quoted(entry.key))]"
            pipeline = statement?.soleExpression == nil ? statement : nil
        }
        mayBeMissing = entry.isConditional
    }

    /// The text as an argument of a command: what is more than one token goes into parentheses.
    var argument: String {
        if !isReference, case .string(let string)? = expression, string.stringConstantType == .bareWord,
            string.value.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        {
            return string.value
        }
        return isPrimary ? text : "(" + text + ")"
    }

    /// The text can be followed by a dot, or stand as an argument, as it is.
    private var isPrimary: Bool {
        guard let expression, !isReference else { return true }
        switch expression {
        case .string, .expandableString, .constant, .variable, .member, .index, .paren, .sub, .array, .hashtable, .invokeMember: return true
        default: return false
        }
    }

    /// The text inside a string in double quotes.
    var expansion: String {
        if !isReference, case .variable? = expression, !text.contains("?"), !text.hasPrefix("$$"), !text.hasPrefix("$^") {
            return text
        }
        // Parentheses become the parentheses of the subexpression, a subexpression stays one.
        if !isReference, pipeline != nil { return text.hasPrefix("$") ? text : "$" + text }
        if !isReference, case .paren? = expression { return "$" + text }
        if !isReference, case .sub? = expression { return text }
        return "$(\(text))"
    }
}

/// An argument as it is written where an expression stands.
func expressionText(_ expression: Expression) -> String {
    switch expression {
    case .string(let string) where string.stringConstantType == .bareWord: quoted(string.value)
    case .expandableString(let string) where string.stringConstantType == .bareWord: "\"" + doubleQuotedBody(string) + "\""
    case .arrayLiteral(let list): list.elements.map(expressionText).joined(separator: ", ")
    default: expression.text
    }
}

/// A bare word's text for the inside of double quotes.
private func doubleQuotedBody(_ string: ExpandableStringExpression) -> String {
    string.parts.map { part in
        switch part {
        case .expression(let inner): inner.text
        case .text(let text): text.map { "\"`$".contains($0) ? "`\($0)" : String($0) }.joined()
        }
    }.joined()
}
