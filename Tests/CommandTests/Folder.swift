import Foundation
import TestSupport
import Testing

@testable import mail2graph

/// A folder of scripts for one test, removed with the value.
final class Folder {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        var template = Array((NSTemporaryDirectory() + "/mail2graph-XXXXXX").utf8CString)
        _ = try #require(mkdtemp(&template))
        // What mkdtemp gives may lead through links; messages of the tool do not.
        path =
            URL(fileURLWithPath: String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
            .resolvingSymlinksInPath().path
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        for (name, text) in files { try write(name, Array(text.utf8)) }
    }

    deinit {
        // Whatever a test took away from itself.
        _ = try? run("/bin/chmod", ["-R", "u+rwx", path])
        try? FileManager.default.removeItem(atPath: path)
    }

    subscript(name: String) -> String { path + "/" + name }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try FileManager.default.createDirectory(
            at: URL(fileURLWithPath: self[name]).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: self[name]))
    }

    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: self[name]))) }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: self[name], withDestinationPath: target)
    }

    func setMode(_ mode: Int, of name: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: self[name])
    }

    /// Every file and link below the folder and what it holds, without the tool's own folder.
    func snapshot() throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: path)! where !name.hasPrefix(".mail2graph") {
            files[name] =
                (try? FileManager.default.destinationOfSymbolicLink(atPath: self[name])).map { Array(("→" + $0).utf8) }
                ?? (try? bytes(name))
        }
        return files
    }

    /// What undo puts back of a file.
    struct FileState: Hashable {
        var bytes: [UInt8]
        var stamps: FileStamps
    }

    /// Every file below the folder, also one whose name is no text, without what the tool keeps.
    func state() throws -> [FilePath: FileState] {
        var files: [FilePath: FileState] = [:]
        var pending = [FilePath(path)]
        while let folder = pending.popLast() {
            for entry in try entries(of: folder) {
                let path = folder.appending(entry.name)
                switch entry.kind {
                case .folder where entry.name != Array(".mail2graph".utf8): pending.append(path)
                case .file:
                    let content = try FileContent(of: path)
                    files[path] = FileState(bytes: content.bytes, stamps: FileStamps(content.status))
                default: break
                }
            }
        }
        return files
    }

    func setTime(_ seconds: Int, _ nanoseconds: Int, of name: String) throws {
        let descriptor = open(self[name], O_RDONLY)
        defer { close(descriptor) }
        try FileStamps(mode: 0, modifiedSeconds: seconds, modifiedNanoseconds: nanoseconds).setTime(of: descriptor)
    }

    // MARK: Programs

    typealias Output = ProgramRun

    /// Runs the tool in this folder.
    func mail2graph(_ arguments: String..., asOrdinaryUser: Bool = false, through shell: String? = nil) throws -> Output {
        var command = [executable.path] + arguments
        if asOrdinaryUser && geteuid() == 0 {
            // Others may not get at the place where it was built.
            let copy = self["mail2graph-tool"]
            try FileManager.default.copyItem(atPath: executable.path, toPath: copy)
            _ = try run("/bin/chown", ["-R", "65534:65534", path])
            command = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", copy] + arguments
        }
        if let shell { command = ["/bin/sh", "-c", shell + "\nexec \"$@\"", "sh"] + command }
        return try run(command[0], Array(command.dropFirst()))
    }

    func run(_ program: String, _ arguments: [String]) throws -> Output {
        try ProgramRun([program] + arguments, in: URL(fileURLWithPath: path), environment: ["LC_ALL": "C.UTF-8"])
    }
}

/// The built tool lies beside the tests.
let executable: URL = {
    let beside =
        Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
    return beside.appendingPathComponent("mail2graph")
}()

/// A sign-in that is complete.
let signIn = ["--auth", "managed-identity"]

/// A script that moves.
let sendingScript = """
    $date = Get-Date
    Send-MailMessage -From 'a@contoso.com' -To 'b@contoso.com' -Subject 'Report' -Body 'Done' -SmtpServer smtp.office365.com -UseSsl

    """
