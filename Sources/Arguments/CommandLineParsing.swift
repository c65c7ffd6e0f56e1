/// What the words after a command's name say.
enum ParsedWords {
    case help
    case arguments(ParsedArguments)
}

extension CommandDeclaration {
    /// Takes the words after a command's name apart: `--name value`, `--name=value`, `-n value`, `-nvalue`, letters of flags
    /// together, operands anywhere, and only operands after `--`.
    func parse(_ words: ArraySlice<ArgumentText>) throws(UsageError) -> ParsedWords {
        if words.count == 1, words.first == "/?" { return .help }
        var reader = WordReader(words: words, command: self)
        while let word = reader.next() {
            if reader.isPastOptions || word.bytes.first != UInt8(ascii: "-") || word.bytes.count == 1 {
                try reader.operand(word)
            } else if word == "--" {
                reader.isPastOptions = true
            } else if word.asksForHelp {
                return .help
            } else if word.bytes.starts(with: "--".utf8) {
                try reader.long(word)
            } else {
                try reader.short(word)
            }
        }
        for argument in arguments {
            let given = reader.given[argument.declaration.name]
            if given == nil && argument.declaration.isRequired { throw UsageError(missing: argument.declaration, in: self) }
            do {
                try argument.check(given ?? [])
            } catch {
                throw UsageError(unfit: error.value, for: argument.declaration)
            }
        }
        return .arguments(ParsedArguments(given: reader.given))
    }
}

extension ParsedArguments {
    /// Takes words apart that stand elsewhere than on a command line.
    public init(_ words: [ArgumentText], of arguments: [any DeclaredArgument]) throws(UsageError) {
        switch try CommandDeclaration(name: "", abstract: "", arguments: arguments).parse(words[...]) {
        case .arguments(let parsed): self = parsed
        case .help: throw UsageError("there is no help to ask for here.")
        }
    }
}

private struct WordReader {
    private(set) var given: [String: [ArgumentText]] = [:]
    var isPastOptions = false
    private var words: ArraySlice<ArgumentText>
    private let command: CommandDeclaration
    private let options: [Declaration]

    init(words: ArraySlice<ArgumentText>, command: CommandDeclaration) {
        self.words = words
        self.command = command
        options = command.declarations.filter { $0.kind != .operand }
    }

    mutating func next() -> ArgumentText? { words.popFirst() }

    mutating func operand(_ word: ArgumentText) throws(UsageError) {
        guard let operand = command.operand else { throw UsageError(unexpected: word) }
        if !operand.isRepeatable, let first = given[operand.name]?.first { throw UsageError(unexpected: word, after: first, for: operand) }
        given[operand.name, default: []].append(word)
    }

    mutating func long(_ word: ArgumentText) throws(UsageError) {
        let parts = word.bytes.dropFirst(2).split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        let name = ArgumentText(bytes: parts[0]).string
        let attached = parts.count == 2 ? ArgumentText(bytes: parts[1]) : nil
        guard let option = options.first(where: { $0.name == name }) else { throw UsageError(unknownOption: "--" + name, in: command) }
        if option.kind == .flag {
            if attached != nil { throw UsageError(valueFor: option) }
            given[option.name, default: []].append("")
        } else if let attached {
            given[option.name, default: []].append(attached)
        } else {
            given[option.name, default: []].append(try value(for: option))
        }
    }

    mutating func short(_ word: ArgumentText) throws(UsageError) {
        var letters = word.bytes.dropFirst()
        while let letter = letters.popFirst() {
            guard let option = options.first(where: { $0.short?.asciiValue == letter }) else {
                throw UsageError(unknownOption: word.string, in: command)
            }
            if option.kind == .flag {
                given[option.name, default: []].append("")
            } else {
                let value = letters.isEmpty ? try value(for: option) : ArgumentText(bytes: letters)
                given[option.name, default: []].append(value)
                return
            }
        }
    }

    /// The next word, which is no option: `--target --quiet` has forgotten a value.
    private mutating func value(for option: Declaration) throws(UsageError) -> ArgumentText {
        guard let word = words.first, word.bytes.first != UInt8(ascii: "-") || word.bytes.count == 1 else {
            throw UsageError(noValueFor: option)
        }
        words.removeFirst()
        return word
    }
}
