import Foundation
import Synchronization

/// The last line of the terminal, drawn again and again. Whatever else is printed takes it away first.
enum StatusLine {
    private static let isShown = Mutex(false)

    /// Whether lines can be drawn: standard error is a terminal that moves its cursor, and no pager is at work on it.
    static var isPossible: Bool {
        let terminal = ProcessInfo.processInfo.environment["TERM"] ?? ""
        var output = stat()
        let isPipe = fstat(STDOUT_FILENO, &output) == 0 && output.st_mode & S_IFMT == S_IFIFO
        return isTerminal(STDERR_FILENO) && !terminal.isEmpty && terminal != "dumb" && !isPipe
    }

    /// How many columns a line may have: one less than the terminal, as some go on to the next line behind the last.
    static var width: Int { (terminalWidth(STDERR_FILENO) ?? 80) - 1 }

    /// - Parameter text: One line, no longer than ``width``.
    static func show(_ text: String) {
        isShown.withLock { isShown in
            try? write(Array(("\r" + text + clearToEnd).utf8), to: STDERR_FILENO)
            isShown = true
        }
    }

    static func clear() {
        isShown.withLock { isShown in
            if isShown { try? write(Array(("\r" + clearToEnd).utf8), to: STDERR_FILENO) }
            isShown = false
        }
    }

    private static let clearToEnd = "\u{1B}[K"
}
