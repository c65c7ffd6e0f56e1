import PowerShellSyntax

/// What was found at one place of a script, and what becomes of it.
public struct Finding: Sendable {
    public enum Outcome: String, Sendable {
        /// Goes through Graph now.
        case moved
        /// Should move and does not: a person has to look at it.
        case left
        /// Does not go through Exchange Online, so nothing has to be done.
        case stays
        /// Calls a command of another file, and what sends stands there.
        case elsewhere
        /// Stays on SMTP AUTH, with TLS 1.2.
        case secured
    }

    public let extent: Extent
    /// Counted from 1.
    public let line: Int
    public let outcome: Outcome
    /// A sentence: what was done, or why nothing was.
    public let message: String
    /// What reasons of this sort are counted under; nil where it moved.
    public let category: String?
    /// What to do about it.
    public let advice: String?
    /// What the reviewer should know of a send that was moved.
    public let notes: [String]
    public let sending: Sending
}

extension Finding {
    /// Whether the script changes for it if nobody rejects.
    public var changes: Bool { outcome == .moved || outcome == .secured }

    /// The finding of a send that was left as ``MigrationOptions/rejected``, where nobody has decided about it so far.
    public var undecided: Finding {
        let reason = LeaveReason.undecided
        return Finding(
            extent: extent, line: line, outcome: .left, message: reason.sentence,
            category: reason.category.rawValue, advice: reason.advice, notes: [], sending: sending)
    }
}
