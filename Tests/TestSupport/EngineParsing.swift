import Foundation

extension PowerShellEngine {
    /// What the engine makes of a script.
    public struct Parsed: Decodable, Sendable {
        public struct Problem: Decodable, Sendable {
            public let id: String
            public let line: Int
            public let message: String
        }

        public let file: String
        public let encoding: String
        public let errors: [Problem]
        /// Nil where it was not asked for them.
        public let nodes: [EngineNode]?
    }

    /// Parses all scripts in one run, since starting the engine takes longer than they do.
    public func parse(_ scripts: [[UInt8]]) throws -> [Parsed] {
        let folder = try TemporaryFolder()
        let files = try scripts.enumerated().map { number, script in try folder.write("\(number).ps1", script).path }
        return try records(of: ["parse", "--nodes"], lines: files)
    }

    /// What Windows PowerShell 5.1 says of scripts.
    public func parseForDesktop(_ files: [URL]) throws -> [Parsed] {
        try records(of: ["parse", "--desktop"], lines: files.map(\.path))
    }
}

/// A node as the engine prints it: kind, start, end, depth.
public struct EngineNode: Decodable, Hashable, Comparable, CustomStringConvertible, Sendable {
    public let kind: String
    public let start: Int
    public let end: Int
    public let depth: Int

    public init(kind: String, start: Int, end: Int, depth: Int) {
        self.kind = kind
        self.start = start
        self.end = end
        self.depth = depth
    }

    public init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        kind = try values.decode(String.self)
        start = try values.decode(Int.self)
        end = try values.decode(Int.self)
        depth = try values.decode(Int.self)
    }

    public var description: String { "\(kind) \(start)-\(end) at \(depth)" }

    public static func < (a: EngineNode, b: EngineNode) -> Bool {
        (a.start, b.end, a.depth, a.kind) < (b.start, a.end, b.depth, b.kind)
    }
}
