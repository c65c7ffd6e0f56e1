import Arguments
import PowerShellSyntax

extension Settings {
    /// Why the settings can't be taken.
    struct Fault: Error {
        /// In the order of the lines.
        var problems: [Problem]
    }

    /// Reads a settings file.
    init(of path: FilePath) throws(Fault) {
        let source: SourceText
        let folder: FilePath
        do throws(FileError) {
            source = SourceText(bytes: try FileContent(of: path).bytes)
            folder = try resolved(path).parent
            if source.isBinary { throw .binary }
        } catch {
            throw Fault(problems: [Problem(.failure, path, doing: "the settings can't be read", error)])
        }
        let data: PowerShellDataFile
        do throws(PowerShellDataFile.Faults) {
            data = try PowerShellDataFile(source)
        } catch {
            throw Fault(problems: error.all.map { Problem(.failure, path, line: $0.line, $0.reason, advice: $0.advice) })
        }
        let reader = SettingsReader(data, of: path, in: folder)
        let problems = data.faults.map { Problem(.failure, path, line: $0.line, $0.reason) } + reader.problems
        if !problems.isEmpty { throw Fault(problems: problems.sorted { $0.line ?? 0 < $1.line ?? 0 }) }
        self = reader.settings
    }

    /// The settings file for some paths: in the folder that they all lie in or the nearest above it that has one, else in the
    /// current folder or the nearest above that. Nil where there is none.
    static func file(for paths: [FilePath]) -> FilePath? {
        let here = try? resolved(FilePath("."))
        // What can't be found is said where it is searched for scripts.
        let folders = paths.compactMap { path -> FilePath? in
            guard let location = try? resolved(path), let kind = try? FileStatus(of: location).kind else { return nil }
            return kind == .folder ? location : location.parent
        }
        let common = folders.dropFirst().reduce(folders.first) { $0?.commonFolder(with: $1) }
        for start in [common, here].compactMap(\.self) {
            var folder = start
            while true {
                if let file = file(in: folder) { return file.shown(from: here) }
                if folder == folder.parent { break }
                folder = folder.parent
            }
        }
        return nil
    }

    /// The settings file of a folder, its name in any case, as whoever writes it on Windows may name it.
    private static func file(in folder: FilePath) -> FilePath? {
        let file = folder.appending(fileName)
        if isFile(file) { return file }
        let names = ((try? entries(of: folder)) ?? []).map(\.name).filter(isFileName).sorted { $0.lexicographicallyPrecedes($1) }
        return names.lazy.map(folder.appending).first(where: isFile)
    }

    /// A link that leads nowhere counts: nobody who has settings wants a run without them because a share is not there.
    private static func isFile(_ path: FilePath) -> Bool {
        if let status = try? FileStatus(of: path) { return status.kind == .file }
        return (try? FileStatus(of: path, followingLinks: false))?.kind == .link
    }

    /// Whether a file of this name holds settings, and is no script of the user's.
    static func isFileName(_ name: [UInt8]) -> Bool {
        name.count == fileName.utf8.count && String(decoding: name, as: UTF8.self).lowercased() == fileName
    }
}
