import Foundation

/// A program at a terminal of its own, as somebody types.
public final class PseudoTerminal {
    private let process = Process()
    private let descriptor: Int32

    public struct Silence: Error, CustomStringConvertible {
        public let description: String
    }

    /// TIOCSPTLCK and TIOCGPTN of Linux.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    /// - Parameter command: The program's path or its name, and its arguments.
    public init(_ command: [String], in folder: URL, environment: [String: String] = [:]) throws {
        // posix_openpt and its kin, which Swift's Glibc does not have.
        descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var isLocked: Int32 = 0
        var number: UInt32 = 0
        guard descriptor >= 0, ioctl(descriptor, Self.setLock, &isLocked) == 0, ioctl(descriptor, Self.getNumber, &number) == 0 else {
            throw CocoaError(.fileReadUnknown)
        }
        var size = winsize(ws_row: 200, ws_col: 200, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
        let terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        let handle = FileHandle(fileDescriptor: terminal, closeOnDealloc: true)
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = handle
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        close(descriptor)
    }

    public func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(descriptor, bytes, bytes.count)
    }

    /// What the program shows up to a text that must come.
    public func read(upTo end: String) throws -> String {
        var shown: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            // So that a test that fails ends.
            let count = poll(&wait, 1, 60_000) > 0 ? Foundation.read(descriptor, &buffer, buffer.count) : 0
            let text = String(decoding: shown, as: UTF8.self)
            if count <= 0 { throw Silence(description: "\(end.debugDescription) did not come, but \(text.debugDescription)") }
            shown += buffer[..<count]
            let new = String(decoding: shown, as: UTF8.self)
            if let found = new.firstRange(of: end) { return String(new[..<found.lowerBound]) }
        }
    }
}
