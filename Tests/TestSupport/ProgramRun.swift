import Foundation

/// A program, run to its end.
public struct ProgramRun: Sendable {
    public let code: Int32
    public let out: [UInt8]
    public let errors: String

    /// - Parameters:
    ///   - command: The program's path or its name, and its arguments.
    ///   - input: What it reads from standard input.
    ///   - folder: Where it runs; nil for where the tests do.
    ///   - environment: Variables besides those of the tests.
    public init(_ command: [String], input: [UInt8] = [], in folder: URL? = nil, environment: [String: String] = [:]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // In files: pipes could fill up while another is written or read.
        let files = try TemporaryFolder()
        process.standardInput = try FileHandle(forReadingFrom: files.write("in", input))
        process.standardError = try FileHandle(forWritingTo: files.write("errors", []))
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        out = Array(pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        code = process.terminationStatus
        errors = String(decoding: try Data(contentsOf: files.url.appendingPathComponent("errors")), as: UTF8.self)
    }

    /// Whether a program is on this machine.
    public static func canFind(_ name: String) -> Bool { (try? ProgramRun(["sh", "-c", "command -v \(name)"]).code) == 0 }
}
