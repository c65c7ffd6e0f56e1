/// A pattern of file names as git has them: `*` and `?` stand for anything but a slash, `[a-z]` for one of some bytes, `**` between
/// slashes for any number of folders, and a backslash takes what follows as it is.
///
/// It compares bytes: names need not be text. Case counts.
///
/// Source: gitignore(5), and wildmatch.c of git for what that leaves open.
struct Wildcard: Hashable, Sendable {
    private let steps: [Step]

    fileprivate enum Step: Hashable {
        case byte(UInt8)
        /// `?`
        case one
        case oneOf(ByteClass)
        /// `*`
        case some
        /// `**` at the end: anything, slashes too.
        case rest
        /// `**/`: any number of folders with the slash behind each.
        case folders
        /// What can match nothing, a class that is not closed for one.
        case never
    }

    init(_ pattern: some Sequence<UInt8>) {
        let pattern = Array(pattern)
        var steps: [Step] = []
        var index = 0
        while index < pattern.count {
            switch pattern[index] {
            case UInt8(ascii: "?"):
                steps.append(.one)
                index += 1
            case UInt8(ascii: "*"):
                let end = pattern[index...].firstIndex { $0 != UInt8(ascii: "*") } ?? pattern.count
                let standsAlone = index == 0 || pattern[index - 1] == slash
                let isTwo = standsAlone && end - index > 1
                let rest = pattern[end...]
                let isBeforeSlash = rest.first == slash
                steps.append(
                    isTwo && isBeforeSlash ? .folders : isTwo && (rest.isEmpty || rest.starts(with: [backslash, slash])) ? .rest : .some)
                index = isTwo && isBeforeSlash ? end + 1 : end
            case UInt8(ascii: "["):
                guard let (set, end) = ByteClass.read(pattern[(index + 1)...]) else {
                    steps.append(.never)
                    index = pattern.count
                    break
                }
                steps.append(.oneOf(set))
                index = end
            case backslash:
                steps.append(index + 1 < pattern.count ? .byte(pattern[index + 1]) : .never)
                index += 2
            case let byte:
                steps.append(.byte(byte))
                index += 1
            }
        }
        self.steps = steps
    }

    /// Whether a path, with slashes between its names and none around them, is one that is meant.
    func matches(_ path: ArraySlice<UInt8>) -> Bool {
        var (index, step) = (path.startIndex, 0)
        // Where the last `*` and the last `**` can take more; what came before them need not be tried again.
        var star: (index: Int, step: Int)?
        var deep: (index: Int, step: Int, isFolders: Bool)?
        while index < path.endIndex {
            let current = step < steps.count ? steps[step] : .never
            switch current {
            case .some:
                star = (index, step + 1)
                step += 1
                continue
            case .rest, .folders:
                deep = (index, step + 1, current == .folders)
                star = nil
                step += 1
                continue
            case .byte, .one, .oneOf, .never:
                if current.takes(path[index]) {
                    index += 1
                    step += 1
                    continue
                }
            }
            if let last = star, path[last.index] != slash {
                star = (last.index + 1, last.step)
                (index, step) = (last.index + 1, last.step)
            } else if let last = deep {
                let stretch = path[last.index...]
                guard let next = last.isFolders ? stretch.firstIndex(of: slash).map({ $0 + 1 }) : last.index + 1 else { return false }
                deep = (next, last.step, last.isFolders)
                star = nil
                (index, step) = (next, last.step)
            } else {
                return false
            }
        }
        return steps[step...].allSatisfy { $0 == .some || $0 == .rest }
    }
}

extension Wildcard.Step {
    fileprivate func takes(_ byte: UInt8) -> Bool {
        switch self {
        case .byte(let wanted): byte == wanted
        case .one: byte != slash
        case .oneOf(let set): byte != slash && set.contains(byte)
        case .some, .rest, .folders, .never: false
        }
    }
}

private let slash = UInt8(ascii: "/")
private let backslash = UInt8(ascii: "\\")
