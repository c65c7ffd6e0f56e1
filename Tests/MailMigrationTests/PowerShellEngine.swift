import Foundation

/// The PowerShell engine that runs scripts and collects the messages that they send. The tests do without where it is not
/// there.
struct PowerShellEngine {
    let path: String

    static let shared: PowerShellEngine? = {
        let repository = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let beside = repository.deletingLastPathComponent().appendingPathComponent("shared/psengine/psengine").path
        let path = ProcessInfo.processInfo.environment["MAIL2GRAPH_PWSH"] ?? beside
        return FileManager.default.isExecutableFile(atPath: path) ? PowerShellEngine(path: path) : nil
    }()

    static let isPresent = shared != nil
    static let absence = "no PowerShell engine: name one in MAIL2GRAPH_PWSH"

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    // MARK: What it is asked

    struct Bound: Decodable {
        struct Command: Decodable {
            struct Argument: Decodable {
                let text: String?
            }
            let line: Int
            let bound: [String: Argument]
            let exceptions: [String: String]
        }
        let commands: [Command]
    }

    /// Which argument reaches which parameter, for every call of a command in a script.
    func bind(_ command: String, in script: String) throws -> [Bound.Command] {
        try inFolder { folder in
            let bound: [Bound] = try records(
                of: ["bind", "--command", command], lines: [folder.write(Array(script.utf8), "script.ps1").path])
            return bound.flatMap(\.commands)
        }
    }

    struct Comparison: Decodable {
        /// `same`, `different`, `broken` or `nothing-sent`.
        let verdict: String
        /// Whether both print the same.
        let output: String?
        /// The answer as the engine wrote it.
        var text = ""

        private enum CodingKeys: CodingKey { case verdict, output }
    }

    /// Runs both scripts of each pair and compares what they send and print.
    func compare(
        _ pairs: [(original: [UInt8], migrated: [UInt8])], options: [String] = [], environment: [String: String] = [:]
    ) throws -> [Comparison] {
        try inFolder { folder in
            // The first run of a call may see the real .NET mail classes: a harmless script goes first.
            let harmless = try folder.write(Array("Get-Date\n".utf8), "harmless.ps1")
            let files = try pairs.enumerated().map { number, pair in
                (try folder.write(pair.original, "\(number).before.ps1"), try folder.write(pair.migrated, "\(number).after.ps1"))
            }
            let lines = ([(harmless, harmless)] + files).map { "\($0.path)\t\($1.path)" }
            let comparisons = try self.lines(of: ["same"] + options, lines: lines, environment: environment).map { line in
                var comparison = try JSONDecoder().decode(Comparison.self, from: line)
                comparison.text = String(decoding: line, as: UTF8.self)
                return comparison
            }
            guard comparisons.count == lines.count else {
                throw Failure(description: "\(comparisons.count) answers to \(lines.count) questions")
            }
            return Array(comparisons.dropFirst())
        }
    }

    /// The lines that a script prints.
    func output(of script: String) throws -> [String] {
        try inFolder { folder in
            let file = try folder.write([0xEF, 0xBB, 0xBF] + Array(script.utf8), "script.ps1")
            return try lines(of: ["-NoProfile", "-File", file.path], lines: []).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    // MARK: Running

    private func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mail2graph-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    private func records<Record: Decodable>(of arguments: [String], lines input: [String], environment: [String: String] = [:]) throws
        -> [Record]
    {
        try lines(of: arguments, lines: input, environment: environment).map { try JSONDecoder().decode(Record.self, from: $0) }
    }

    private func lines(of arguments: [String], lines input: [String], environment: [String: String] = [:]) throws -> [Data] {
        try inFolder { folder in
            let names = try folder.write(Array((input.joined(separator: "\n") + "\n").utf8), "lines")
            let process = Process()
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = arguments
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
            process.standardInput = try FileHandle(forReadingFrom: names)
            let output = Pipe()
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            let data = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            guard process.terminationStatus <= 1 else {
                throw Failure(description: "the PowerShell engine ended with \(process.terminationStatus)")
            }
            return data.split(separator: UInt8(ascii: "\n")).map { Data($0) }
        }
    }
}

extension URL {
    /// Writes a file of this folder.
    fileprivate func write(_ bytes: [UInt8], _ name: String) throws -> URL {
        let file = appendingPathComponent(name)
        try Data(bytes).write(to: file)
        return file
    }
}
