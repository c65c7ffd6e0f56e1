/// One word of the command line: bytes, because file names need not be text.
public struct ArgumentText: Hashable, Sendable, ExpressibleByStringLiteral {
    public var bytes: [UInt8]

    public init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
    public init(_ string: String) { self.init(bytes: string.utf8) }
    public init(stringLiteral value: String) { self.init(value) }

    /// As text, with U+FFFD for what is no UTF-8.
    public var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// What a word of the command line can stand for.
public protocol ArgumentValue: Sendable {
    /// Nil where the word is no such value.
    init?(argument: ArgumentText)
    /// The value as one would write it.
    var argument: String { get }
    /// Every value there is; empty where they can't be listed.
    static var choices: [Declaration.Choice] { get }
}

extension ArgumentValue {
    public static var choices: [Declaration.Choice] { [] }

    init(checking text: ArgumentText) throws(UnfitValue) {
        guard let value = Self(argument: text) else { throw UnfitValue(value: text) }
        self = value
    }
}

extension String: ArgumentValue {
    /// Nil where the word is no UTF-8.
    public init?(argument: ArgumentText) { self.init(validating: argument.bytes, as: UTF8.self) }
    public var argument: String { self }
}

extension ArgumentText: ArgumentValue {
    /// Nil where the word is empty: names and patterns are not, and what a shell makes of a variable that is not set is no mistake
    /// to build upon.
    public init?(argument: ArgumentText) {
        if argument.bytes.isEmpty { return nil }
        self = argument
    }
    public var argument: String { string }
}

/// A value of a fixed list, written as its raw value in any case.
public protocol ArgumentChoice: ArgumentValue, CaseIterable, RawRepresentable<String> {
    /// What the value means, for help.
    var help: String { get }
}

extension ArgumentChoice {
    public init?(argument: ArgumentText) {
        guard let match = Self.allCases.first(where: { $0.rawValue.lowercased() == argument.string.lowercased() }) else { return nil }
        self = match
    }

    public var argument: String { rawValue }
    public var help: String { "" }
    public static var choices: [Declaration.Choice] { allCases.map { Declaration.Choice($0.rawValue, help: $0.help) } }
}
