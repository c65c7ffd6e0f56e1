import Foundation
import TestSupport
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
        let folder = try TemporaryFolder()
        let file = try folder.write(name, old)
        try folder.write("patch", patch)
        let run = try ProgramRun(rawValue.split(separator: " ").map(String.init), in: folder.url)
        if run.code != 0 { throw Refused(description: String(decoding: run.out, as: UTF8.self) + run.errors) }
        // GNU patch removes a file that it emptied.
        return (try? Data(contentsOf: file)).map(Array.init) ?? []
    }
}
