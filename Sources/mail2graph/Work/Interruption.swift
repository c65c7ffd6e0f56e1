#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Synchronization

/// Signals, turned into something that a run can ask for between two files.
enum Interruption {
    private static let requested = Atomic<Bool>(false)

    /// Whether the user wants the run to end.
    static var isRequested: Bool { requested.load(ordering: .relaxed) }

    /// From now on Control-C and termination end the run after the file at hand; the second time they end it at once.
    static func watch() {
        for signal in [SIGINT, SIGTERM, SIGHUP] { Glibc.signal(signal, request) }
    }

    /// Failed writes are reported where they happen, also where nobody reads any more or a limit is reached.
    static func ignoreFailedWrites() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    private static let request: @convention(c) (Int32) -> Void = { number in
        requested.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
    }
}
