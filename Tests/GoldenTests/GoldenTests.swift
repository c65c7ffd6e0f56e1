import Foundation
import GoldenFiles
import TestSupport
import Testing

@testable import mail2graph

/// What the migration makes of the scripts in `golden/`, byte for byte.
@Suite("Golden cases")
struct GoldenTests {
    /// `MAIL2GRAPH_GOLDEN_UPDATE=1` writes the files instead of comparing them.
    static let updates = ProcessInfo.processInfo.environment["MAIL2GRAPH_GOLDEN_UPDATE"] == "1"

    @Test("come out as written", arguments: GoldenCase.all)
    func result(of example: GoldenCase) throws {
        for file in GoldenFile.all(of: try example.results()) {
            let url = example.folder.appendingPathComponent(file.name)
            guard let difference = file.difference(from: GoldenCase.read(url), path: Array("golden/\(example.name)/\(file.name)".utf8))
            else {
                continue
            }
            if GoldenTests.updates {
                if let bytes = file.content { try Data(bytes).write(to: url) } else { try FileManager.default.removeItem(at: url) }
            } else {
                Issue.record("\(String(decoding: difference.patch, as: UTF8.self))Is it right? `make golden-update` writes it.")
            }
        }
    }

    @Test("parse after the migration, and migrate to themselves the second time", arguments: GoldenCase.all)
    func faults(_ example: GoldenCase) throws {
        for result in try example.results() { #expect(result.fault == nil, "\(result.target.rawValue)") }
    }

    @Test("are explained in the README, and have no other files")
    func folders() throws {
        let readme = try String(contentsOf: GoldenCase.root.appendingPathComponent("README.md"), encoding: .utf8)
        for example in GoldenCase.all {
            #expect(readme.contains("`\(example.name)`"), "golden/README.md has no row for \(example.name)")
            let known = GoldenFile.names + [GoldenFolder.beforeName, GoldenFolder.optionsName]
            // A module may lie beside the script that loads it.
            let files = try FileManager.default.contentsOfDirectory(atPath: example.folder.path).filter { !$0.hasSuffix(".psm1") }
            #expect(Set(files).subtracting(known) == [], "golden/\(example.name)")
        }
    }
}
