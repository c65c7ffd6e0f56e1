/// Why something can't be told by reading the script.
public struct Undecided: Error, Sendable {
    /// Part of a sentence, for the person who decides: `@params is not set in this script`.
    public let reason: String

    public init(reason: String) {
        self.reason = reason
    }
}
