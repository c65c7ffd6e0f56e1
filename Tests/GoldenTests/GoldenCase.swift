import Arguments
import Foundation
import GoldenFiles
import MailMigration
import PowerShellSyntax
import TestSupport
import Testing

@testable import mail2graph

/// A folder of `golden/`: a script and what is to become of it.
struct GoldenCase: CustomTestStringConvertible {
    let name: String

    var testDescription: String { name }
    var folder: URL { GoldenCase.root.appendingPathComponent(name) }
    var before: URL { folder.appendingPathComponent("before.ps1") }

    func after(_ target: Target) -> URL { folder.appendingPathComponent(GoldenFile.after(target)) }

    /// A result for each target, with the options and settings that the command takes too.
    func results() throws -> [GoldenResult] {
        let settings = try Settings(of: FilePath(GoldenCase.root.path).appending(Settings.fileName))
        let script = ParsedScript(SourceText(bytes: try #require(GoldenCase.read(before))))
        let loaded = FileLibrary().files(loadedBy: script, at: FilePath(before.resolvingSymlinksInPath().path))
        let folder = GoldenFolder(before: FilePath(before.path), kept: FilePath(self.folder.path))
        return try folder.options(given: ParsedArguments(), settings: settings, targets: Target.allCases).map {
            try GoldenResult(script, loaded: loaded, options: $0)
        }
    }

    /// The file as the tests know it; nil where there is none.
    static func read(_ file: URL) -> [UInt8]? {
        (try? Data(contentsOf: file)).map(Array.init)
    }

    // MARK: All of them

    static let root = repository.appendingPathComponent("golden")

    static let all: [GoldenCase] = {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return entries.sorted().map(GoldenCase.init).filter { GoldenCase.read($0.before) != nil }
    }()
}
