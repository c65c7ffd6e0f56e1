import Foundation
import Testing

/// A program that takes patches, run for real.
enum PatchTool: String, CaseIterable, CustomTestStringConvertible {
    case gitApply = "git apply -p1 patch"
    case patch = "patch --silent --force --posix -p1 -i patch"
    /// As most people have it, which differs in what it does with names and empty files.
    case gnuPatch = "patch --silent --force -p1 -i patch"

    var testDescription: String { rawValue }

    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    /// What the tool makes of a file with a patch.
    func apply(_ patch: [UInt8], to old: [UInt8], named name: String = "script.ps1") throws -> [UInt8] {
        let folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("mail2graph-\(UUID().uuidString)")
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(old).write(to: file)
        try Data(patch).write(to: folder.appendingPathComponent("patch"))

        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = rawValue.split(separator: " ").map(String.init)
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw Refused(description: said) }
        // GNU patch removes a file that it emptied.
        return (try? Data(contentsOf: file)).map(Array.init) ?? []
    }
}
