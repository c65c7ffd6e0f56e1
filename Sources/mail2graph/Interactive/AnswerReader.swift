import Foundation

/// Lines that a person types, or that a program writes into a pipe.
struct AnswerReader {
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

    /// The next line without its end and the blanks around it; nil where there is none, or the user wants the run to end.
    mutating func next() -> String? {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: buffer[..<end], as: UTF8.self)
                buffer.removeFirst(end + 1)
                return line.trimmingCharacters(in: .whitespaces)
            }
            guard waitForInput(), let more = available(), !more.isEmpty else { return nil }
            buffer += more
        }
    }

    /// A read goes on after a signal; waiting does not, so Control-C is heard at once.
    private func waitForInput() -> Bool {
        while !Interruption.isRequested {
            var question = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            if poll(&question, 1, -1) > 0 { return true }
            if errno != EINTR { return false }
        }
        return false
    }

    private func available() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        guard let count = try? system({ read(descriptor, &bytes, bytes.count) }) else { return nil }
        return Array(bytes[..<count])
    }
}
