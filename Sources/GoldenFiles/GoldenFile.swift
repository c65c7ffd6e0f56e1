import MailMigration
import ScriptDiff

/// One of the files that keep what a migration came to.
public struct GoldenFile: Sendable {
    public let name: String
    /// Nil where no such file is to be there.
    public let content: [UInt8]?

    public static let report = "report.txt"
    public static func after(_ target: Target) -> String { "after.\(target.rawValue).ps1" }
    public static func diff(_ target: Target) -> String { "\(target.rawValue).diff" }

    /// The name of every file that there can be.
    public static let names = Target.allCases.flatMap { [after($0), diff($0)] } + [report]

    /// What the results of a script come to: for each target the script and what changes, where something does, and what the
    /// migration says.
    public static func all(of results: [GoldenResult]) -> [GoldenFile] {
        Target.allCases.flatMap { target in
            let result = results.first { $0.target == target && $0.isChanged }
            return [
                GoldenFile(name: after(target), content: result?.after.bytes), GoldenFile(name: diff(target), content: result?.diff),
            ]
        } + [GoldenFile(name: report, content: GoldenReport(results).bytes)]
    }

    /// What has changed since a file was kept; nil where nothing has.
    /// - Parameters:
    ///   - kept: What it holds; nil where there is none.
    ///   - path: What the file is called in the diff.
    public func difference(from kept: [UInt8]?, path: [UInt8]) -> UnifiedDiff? {
        kept == content ? nil : UnifiedDiff(from: kept ?? [], to: content ?? [], path: path)
    }
}
