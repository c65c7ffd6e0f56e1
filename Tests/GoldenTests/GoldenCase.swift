import Foundation
import MailMigration
import PowerShellSyntax
import TestSupport
import Testing

/// A folder of `golden/`: a script and what is to become of it.
struct GoldenCase: CustomTestStringConvertible {
    let name: String

    var testDescription: String { name }
    var folder: URL { GoldenCase.root.appendingPathComponent(name) }
    var before: URL { folder.appendingPathComponent("before.ps1") }
    var report: URL { folder.appendingPathComponent("report.txt") }

    func after(_ target: Target) -> URL { folder.appendingPathComponent("after.\(target.rawValue).ps1") }
    func diff(_ target: Target) -> URL { folder.appendingPathComponent("\(target.rawValue).diff") }

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
