import Foundation

extension PowerShellEngine {
    public struct Bound: Decodable, Sendable {
        public struct Command: Decodable, Sendable {
            public struct Argument: Decodable, Sendable {
                public let text: String?
            }
            public let line: Int
            public let bound: [String: Argument]
            public let exceptions: [String: String]
        }
        public let commands: [Command]
    }

    /// Which argument reaches which parameter, for every call of a command in a script.
    public func bind(_ command: String, in script: String) throws -> [Bound.Command] {
        let folder = try TemporaryFolder()
        let bound: [Bound] = try records(
            of: ["bind", "--command", command], lines: [folder.write("script.ps1", Array(script.utf8)).path])
        return bound.flatMap(\.commands)
    }

    public struct Comparison: Decodable, Sendable {
        /// `same`, `different`, `broken` or `nothing-sent`.
        public let verdict: String
        /// Whether both print the same.
        public let output: String?
        /// The answer as the engine wrote it.
        public fileprivate(set) var text = ""

        private enum CodingKeys: CodingKey { case verdict, output }
    }

    /// Runs both scripts of each pair among the same unknowns and compares what they send and print.
    public func compare(
        _ pairs: [(original: URL, migrated: URL)], options: [String] = [], environment: [String: String] = [:]
    ) throws -> [Comparison] {
        // The first run of a call may see the real .NET mail classes: a harmless script goes first.
        let folder = try TemporaryFolder()
        let harmless = try folder.write("harmless.ps1", Array("Get-Date\n".utf8))
        let questions = ([(harmless, harmless)] + pairs).map { "\($0.path)\t\($1.path)" }
        let comparisons = try lines(of: ["same"] + options, lines: questions, environment: environment).map { line in
            var comparison = try JSONDecoder().decode(Comparison.self, from: line)
            comparison.text = String(decoding: line, as: UTF8.self)
            return comparison
        }
        guard comparisons.count == questions.count else {
            throw Failure(description: "\(comparisons.count) answers to \(questions.count) questions")
        }
        return Array(comparisons.dropFirst())
    }

    /// The same for scripts that are no files.
    public func compare(
        _ pairs: [(original: [UInt8], migrated: [UInt8])], options: [String] = [], environment: [String: String] = [:]
    ) throws -> [Comparison] {
        let folder = try TemporaryFolder()
        let files = try pairs.enumerated().map { number, pair in
            (
                original: try folder.write("\(number).before.ps1", pair.original),
                migrated: try folder.write("\(number).after.ps1", pair.migrated)
            )
        }
        return try compare(files, options: options, environment: environment)
    }

    /// The lines that a script prints.
    public func output(of script: String) throws -> [String] {
        let folder = try TemporaryFolder()
        let file = try folder.write("script.ps1", [0xEF, 0xBB, 0xBF] + Array(script.utf8))
        return try lines(of: ["-NoProfile", "-File", file.path], lines: []).map { String(decoding: $0, as: UTF8.self) }
    }
}
