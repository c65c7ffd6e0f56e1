#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where a report goes.
enum ReportDestination: Hashable, Sendable {
    case standardOutput
    case file(FilePath)

    /// - Parameter path: As an option names it; `-` is standard output.
    init(_ path: FilePath) { self = standardOutputNames.contains(path) ? .standardOutput : .file(path) }

    /// Nil for standard output.
    var file: FilePath? { if case .file(let path) = self { path } else { nil } }

    /// What is going to stand in the way of writing, as far as it can be told before the work is done; nil where nothing is.
    var obstacle: Problem? {
        guard case .file(let path) = self else { return nil }
        do throws(FileError) {
            try checkFile(path)
            return nil
        } catch {
            return Problem(.failure, path, doing: "can't be written", error)
        }
    }

    /// Writes the report; a file whole or not at all.
    /// - Returns: What stood in the way; nil where it is written, or nobody reads any more.
    func write(_ bytes: [UInt8]) -> Problem? {
        do throws(FileError) {
            switch self {
            case .standardOutput: try printOut(bytes)
            case .file(let path): try replaceFile(path, with: bytes)
            }
            return nil
        } catch {
            switch self {
            // Whoever closed the pipe has seen enough.
            case .standardOutput:
                return error == .brokenPipe ? nil : Problem(.failure, FilePath("standard output"), doing: "can't be written", error)
            case .file(let path): return Problem(.failure, path, doing: "can't be written", error)
            }
        }
    }
}

/// Not as a file: what it was redirected to would be replaced behind the back of whoever has it open.
private let standardOutputNames = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].map { FilePath($0) }

/// - Throws: Where a file can't be written, or is a script: nobody means to lose one to a report.
private func checkFile(_ path: FilePath) throws(FileError) {
    let status = try? FileStatus(of: path)
    if status?.kind == .folder { throw .isFolder }
    // A pipe need not have a name.
    if status?.kind == .other { return }
    let target = status == nil ? path : try resolved(path)
    if scriptExtensions.contains(path.fileExtension) || scriptExtensions.contains(target.fileExtension) { throw .isScript }
    try system { target.parent.withCString { access($0, W_OK) } }
}

/// Of a link, the file is written that it leads to; what is no regular file, a pipe or a terminal, is written as it is.
private func replaceFile(_ path: FilePath, with bytes: [UInt8]) throws(FileError) {
    try checkFile(path)
    guard let status = try? FileStatus(of: path) else { return try writeWhole(bytes, to: path, replaces: true) }
    switch status.kind {
    case .file, .folder, .link: try writeWhole(bytes, to: resolved(path), replaces: true, mode: status.mode)
    case .other:
        let descriptor = try system { path.withCString { open($0, O_WRONLY | O_CLOEXEC) } }
        defer { close(descriptor) }
        try write(bytes, to: descriptor)
    }
}
