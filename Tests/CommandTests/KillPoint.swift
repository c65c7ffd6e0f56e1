import Foundation
import TestSupport

/// Ends a program with SIGKILL at a chosen one of its calls that change files: `Tests/KillPoint/kill_point.c`.
struct KillPoint {
    private let folder: TemporaryFolder
    private var library: String { folder.url.appendingPathComponent("kill_point.so").path }

    private static let compiler = ["cc", "clang", "gcc"].first(where: ProgramRun.canFind)
    static let isPossible = compiler != nil

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    init() throws {
        folder = try TemporaryFolder()
        let source = repository.appendingPathComponent("Tests/KillPoint/kill_point.c").path
        let run = try ProgramRun([Self.compiler ?? "cc", "-shared", "-fPIC", "-o", library, source, "-ldl"])
        if run.code != 0 { throw Failure(description: run.errors) }
    }

    /// What a shell does before it starts the program.
    /// - Parameter call: Counted from 1.
    func at(_ call: Int) -> String { "export KILL_AT=\(call) LD_PRELOAD='\(library)'" }
}
