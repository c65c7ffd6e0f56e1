import ScriptDiff

/// An edit of a script, and the sends that it is made for.
///
/// Whatever a person rejects, nothing else is worked out: of the edits for all sends, those that are still needed are made.
/// So what a report shows of any decision is what is written.
public struct PossibleEdit: Hashable, Sendable {
    public var edit: Edit
    /// Where the commands of these sends start: the edit is made where one of them is accepted. Never empty.
    public var sends: Set<Int>

    public init(_ edit: Edit, for sends: Set<Int>) {
        self.edit = edit
        self.sends = sends
    }

    /// - Parameter rejected: Where the commands of the sends start that are left.
    public func isMade(rejecting rejected: Set<Int>) -> Bool { !sends.isSubset(of: rejected) }
}
