import Arguments
import Foundation

/// When output is coloured.
enum ColourChoice: String, ArgumentChoice {
    case auto, always, never

    var help: String {
        switch self {
        case .auto: "On a terminal, unless NO_COLOR is set."
        case .always: "Also into a pipe: the diffs are then for people, not for patch."
        case .never: "Not at all."
        }
    }

    func colours(_ descriptor: Int32) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto: isTerminal(descriptor) && !isSet("NO_COLOR") && ProcessInfo.processInfo.environment["TERM"] != "dumb"
        }
    }
}

func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

private func isSet(_ name: String) -> Bool { ProcessInfo.processInfo.environment[name]?.isEmpty == false }

/// How many columns the terminal on a descriptor has; nil where there is none.
func terminalWidth(_ descriptor: Int32 = STDOUT_FILENO) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
}

/// How many columns help may take: as many as the terminal has, but no line longer than is good to read.
func helpWidth() -> Int { terminalWidth().map { min(max($0, 40), 100) } ?? 80 }
