/// What differs between two versions of a file, as `diff -u` shows it.
///
/// A value to count, filter and render; ``patch`` is the form that `git apply` and `patch -p1` take.
public struct UnifiedDiff: Hashable, Sendable {
    /// A stretch of changed lines with the unchanged ones around them.
    public struct Hunk: Hashable, Sendable {
        /// How many lines of the old file come before the hunk.
        public var oldStart: Int
        /// How many lines of the new file come before the hunk.
        public var newStart: Int
        public var lines: [Line]

        public var oldCount: Int { lines.count { $0.kind != .added } }
        public var newCount: Int { lines.count { $0.kind != .removed } }
    }

    public struct Line: Hashable, Sendable {
        public enum Kind: Hashable, Sendable { case context, removed, added }

        public var kind: Kind
        /// The line with its line end, which the last of a file may lack.
        public var bytes: ArraySlice<UInt8>

        public init(kind: Kind, bytes: ArraySlice<UInt8>) {
            self.kind = kind
            self.bytes = bytes
        }
    }

    /// Which form of a script is compared.
    public enum Form: Sendable {
        /// The files byte for byte: for patches.
        case bytes
        /// The decoded texts in UTF-8: for people.
        case text
    }

    /// The path of the file, without `a/` or `b/`. Bytes, as file names are.
    public var path: [UInt8]
    /// Empty where nothing differs.
    public var hunks: [Hunk]

    /// What edits do to a script. The hunks follow the edits.
    public init(_ rewrite: Rewrite, path: [UInt8], form: Form = .bytes, context: Int = 3) {
        switch form {
        case .bytes:
            self.init(rewrite.old.bytes, rewrite.new.bytes, edited: rewrite.byteChanges, path, context)
        case .text:
            self.init(rewrite.old.text, rewrite.new.text, edited: rewrite.textChanges, path, context)
        }
    }

    /// What differs between two versions of which no more is known.
    public init(from old: [UInt8], to new: [UInt8], path: [UInt8], context: Int = 3) {
        self.init(old, new, edited: nil, path, context)
    }

    private init(_ old: [UInt8], _ new: [UInt8], edited: [Change]?, _ path: [UInt8], _ context: Int) {
        let (old, new) = (Lines(old), Lines(new))
        self.path = path
        hunks = groups(of: lineChanges(from: old, to: new, edited: edited), context: context).map { changes in
            Hunk(changes, from: old, to: new, context: context)
        }
    }
}

extension UnifiedDiff.Hunk {
    fileprivate init(_ changes: [Change], from old: Lines, to new: Lines, context: Int) {
        let before = min(context, changes[0].old.lowerBound)
        oldStart = changes[0].old.lowerBound - before
        newStart = changes[0].new.lowerBound - before
        lines = []

        var unchanged = oldStart
        for change in changes {
            lines += (unchanged..<change.old.lowerBound).map { UnifiedDiff.Line(kind: .context, bytes: old[$0]) }
            lines += change.old.map { UnifiedDiff.Line(kind: .removed, bytes: old[$0]) }
            lines += change.new.map { UnifiedDiff.Line(kind: .added, bytes: new[$0]) }
            unchanged = change.old.upperBound
        }
        let end = min(unchanged + context, old.count)
        lines += (unchanged..<end).map { UnifiedDiff.Line(kind: .context, bytes: old[$0]) }
    }
}

/// Changes whose context would meet go into one hunk.
private func groups(of changes: [Change], context: Int) -> [[Change]] {
    var groups: [[Change]] = []
    for change in changes {
        if let last = groups.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
            groups[groups.count - 1].append(change)
        } else {
            groups.append([change])
        }
    }
    return groups
}
