import Foundation

/// The PowerShell engine that runs scripts and collects the messages that they send. The tests do without where it is not
/// there.
struct PowerShellEngine {
    let path: String

    static let shared: PowerShellEngine? = {
        let beside = GoldenCase.repository.deletingLastPathComponent().appendingPathComponent("shared/psengine/psengine").path
        let path = ProcessInfo.processInfo.environment["MAIL2GRAPH_PWSH"] ?? beside
        return FileManager.default.isExecutableFile(atPath: path) ? PowerShellEngine(path: path) : nil
    }()

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    // MARK: Parsing

    struct Parsed: Decodable {
        struct Problem: Decodable {
            let line: Int
            let message: String
        }

        let file: String
        let errors: [Problem]
    }

    /// What Windows PowerShell 5.1 says of scripts.
    func parse(_ files: [URL]) throws -> [Parsed] {
        try run(["parse", "--desktop"], files.map(\.path))
    }

    // MARK: Comparing

    struct Comparison: Decodable {
        /// `same`, `different`, `broken` or `nothing-sent`.
        let verdict: String
        /// Whether both print the same.
        let output: String?
        let original: String
        let migrated: String
        /// The record as the engine wrote it.
        var text = ""

        private enum CodingKeys: CodingKey {
            case verdict, output, original, migrated
        }
    }

    /// Runs both scripts of each pair among the same unknowns.
    func compare(
        _ pairs: [(original: URL, migrated: URL)], environment: [String: String] = [:], options: [String] = []
    ) throws -> [Comparison] {
        // The first run of a call may see the real .NET mail classes: a harmless script goes first.
        let harmless = FileManager.default.temporaryDirectory.appendingPathComponent("mail2graph-harmless-\(UUID().uuidString).ps1")
        try Data("Get-Date\n".utf8).write(to: harmless)
        defer { try? FileManager.default.removeItem(at: harmless) }

        let lines = ([(harmless, harmless)] + pairs).map { "\($0.path)\t\($1.path)" }
        let comparisons: [Comparison] = try run(["same"] + options, lines, environment: environment) { comparison, line in
            comparison.text = line
        }
        return Array(comparisons.dropFirst())
    }

    // MARK: Running

    private func run<Record: Decodable>(
        _ arguments: [String], _ lines: [String], environment: [String: String] = [:],
        _ note: (inout Record, String) -> Void = { _, _ in }
    ) throws -> [Record] {
        let input = FileManager.default.temporaryDirectory.appendingPathComponent("mail2graph-lines-\(UUID().uuidString)")
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: input)
        defer { try? FileManager.default.removeItem(at: input) }

        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: input)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus <= 1 else {
            throw Failure(description: "the PowerShell engine ended with \(process.terminationStatus)")
        }
        return try data.split(separator: UInt8(ascii: "\n")).map { line in
            var record = try JSONDecoder().decode(Record.self, from: line)
            note(&record, String(decoding: line, as: UTF8.self))
            return record
        }
    }
}
