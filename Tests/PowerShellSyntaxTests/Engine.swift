import Foundation

/// Microsoft's own parser, which the tests that compare with it do without where it is not there.
struct Engine {
    let path: String

    static let shared: Engine? = {
        let repository = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let beside = repository.deletingLastPathComponent().appendingPathComponent("shared/psengine/psengine").path
        let path = ProcessInfo.processInfo.environment["MAIL2GRAPH_PWSH"] ?? beside
        return FileManager.default.isExecutableFile(atPath: path) ? Engine(path: path) : nil
    }()

    static let isPresent = shared != nil
    static let absence = "no PowerShell engine: name one in MAIL2GRAPH_PWSH"

    /// What the engine makes of a script.
    struct Parsed: Decodable {
        struct Problem: Decodable {
            let id: String
            let line: Int
            let message: String
        }

        let encoding: String
        let errors: [Problem]
        let nodes: [EngineNode]
    }

    /// Parses all scripts in one run, since starting the engine takes longer than they do.
    func parse(_ scripts: [[UInt8]]) throws -> [Parsed] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mail2graph-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try scripts.enumerated().map { number, script in
            let file = folder.appendingPathComponent("\(number).ps1")
            try Data(script).write(to: file)
            return file.path
        }
        let names = folder.appendingPathComponent("names")
        try Data((files.joined(separator: "\n") + "\n").utf8).write(to: names)

        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["parse", "--nodes"]
        process.standardInput = try FileHandle(forReadingFrom: names)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let lines = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try lines.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Parsed.self, from: $0) }
    }
}

/// A node as the engine prints it: kind, start, end, depth.
struct EngineNode: Decodable, Hashable, Comparable, CustomStringConvertible {
    let kind: String
    let start: Int
    let end: Int
    let depth: Int

    init(kind: String, start: Int, end: Int, depth: Int) {
        self.kind = kind
        self.start = start
        self.end = end
        self.depth = depth
    }

    init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        kind = try values.decode(String.self)
        start = try values.decode(Int.self)
        end = try values.decode(Int.self)
        depth = try values.decode(Int.self)
    }

    var description: String { "\(kind) \(start)-\(end) at \(depth)" }

    static func < (a: EngineNode, b: EngineNode) -> Bool {
        (a.start, b.end, a.depth, a.kind) < (b.start, a.end, b.depth, b.kind)
    }
}
