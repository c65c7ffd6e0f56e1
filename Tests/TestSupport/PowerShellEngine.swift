import Foundation

/// Microsoft's own PowerShell, which parses scripts, runs them and collects the messages that they send. The tests do without where
/// it is not there.
public struct PowerShellEngine: Sendable {
    private let path: String

    public static let shared: PowerShellEngine? = {
        let beside = repository.deletingLastPathComponent().appendingPathComponent("shared/psengine/psengine").path
        let path = ProcessInfo.processInfo.environment["MAIL2GRAPH_PWSH"] ?? beside
        return FileManager.default.isExecutableFile(atPath: path) ? PowerShellEngine(path: path) : nil
    }()

    public static let isPresent = shared != nil
    public static let absence = "no PowerShell engine: name one in MAIL2GRAPH_PWSH"

    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    /// The lines that the engine answers with to those it is given.
    func lines(of arguments: [String], lines input: [String], environment: [String: String] = [:]) throws -> [Data] {
        let run = try ProgramRun([path] + arguments, input: Array((input.joined(separator: "\n") + "\n").utf8), environment: environment)
        guard run.code <= 1 else { throw Failure(description: "the PowerShell engine ended with \(run.code): \(run.errors.suffix(2000))") }
        return run.out.split(separator: UInt8(ascii: "\n")).map { Data($0) }
    }

    /// One record for each line that it is given.
    func records<Record: Decodable>(of arguments: [String], lines input: [String], environment: [String: String] = [:]) throws -> [Record] {
        let records = try lines(of: arguments, lines: input, environment: environment).map {
            try JSONDecoder().decode(Record.self, from: $0)
        }
        guard records.count == input.count else { throw Failure(description: "\(records.count) answers to \(input.count) questions") }
        return records
    }
}
