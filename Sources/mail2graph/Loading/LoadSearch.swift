import PowerShellAnalysis

/// Looks for the file that a load means, as PowerShell does.
///
/// Source: about_Modules, about_Scripts and ModuleCmdletBase.cs of the PowerShell repository.
struct LoadSearch {
    let folders: FolderNames

    enum Found {
        case found(FilePath)
        /// There is none, for a reason.
        case missing(String)
        /// There is none, or none that is written in PowerShell, and nobody has to know.
        case nothing
    }

    /// - Parameter folder: Of the file that loads them. Where the current folder counts, it is the best guess.
    func files(at path: StaticPath, of load: FileLoad, from folder: FilePath) -> [Found] {
        guard let source = load.source else { return [file(at: path, of: load, from: folder)] }
        if case .root(let root) = path.start, !root.isEmpty { return [.missing("it lies in \(root), which is not here")] }
        guard let place = walk(path.names, from: path.start == .root("") ? FilePath("/") : folder) else {
            return [.missing("there is no such folder")]
        }
        return scripts(of: source, in: place).map(found)
    }

    /// The files of a folder that are loaded, by name; those of the folders in it too where that is said.
    private func scripts(of source: FolderSource, in folder: FilePath) -> [FilePath] {
        let entries = ((try? entries(of: folder)) ?? []).sorted { $0.name.lexicographicallyPrecedes($1.name) }
        let files = entries.filter { entry in
            entry.kind != .folder && FilePath(bytes: entry.name).fileExtension == "ps1"
                && source.holds(String(decoding: entry.name, as: UTF8.self))
        }
        let inner = source.isRecursive ? entries.filter { $0.kind == .folder } : []
        return files.map { folder.appending($0.name) } + inner.flatMap { scripts(of: source, in: folder.appending($0.name)) }
    }

    private func file(at path: StaticPath, of load: FileLoad, from folder: FilePath) -> Found {
        if path.names.last.map({ knownFiles.contains($0.lowercased()) }) == true { return .nothing }
        if case .root(let root) = path.start, !root.isEmpty {
            return load.isByName ? .nothing : .missing("it lies in \(root), which is not here")
        }
        let isFromRoot = path.start == .root("")
        guard let parent = walk(path.names.dropLast(), from: isFromRoot ? FilePath("/") : folder), let name = path.names.last else {
            return missing(load, path)
        }
        if name == ".." { return isModule(load) ? module(in: parent.parent) ?? missing(load, path) : .missing(FileError.isFolder.reason) }
        var isFolder = false
        if let place = folders.location(of: name, in: parent) {
            let kind = try? FileStatus(of: place).kind
            if kind != .folder { return isLibrary(place) ? .nothing : found(place) }
            if isModule(load), let module = module(in: place) { return module }
            isFolder = true
        }
        for ending in isModule(load) ? ["psd1", "psm1"] : ["ps1"] {
            if let place = folders.location(of: "\(name).\(ending)", in: parent) { return found(place) }
        }
        return isFolder && !isModule(load) ? .missing(FileError.isFolder.reason) : missing(load, path)
    }

    private func isModule(_ load: FileLoad) -> Bool { load.kind == .module }

    private func walk(_ names: some Sequence<String>, from folder: FilePath) -> FilePath? {
        names.reduce(Optional(folder)) { folder, name in
            guard let folder else { return nil }
            return name == ".." ? folder.parent : folders.location(of: name, in: folder)
        }
    }

    /// The module of a folder: it has the folder's name, and may lie in a folder of its version.
    private func module(in folder: FilePath) -> Found? {
        let name = String(decoding: folder.name, as: UTF8.self)
        for ending in ["psd1", "psm1"] {
            if let place = folders.location(of: "\(name).\(ending)", in: folder) { return found(place) }
        }
        for version in folders.versions(in: folder) {
            if let inner = folders.location(of: version, in: folder), let place = folders.location(of: "\(name).psd1", in: inner) {
                return found(place)
            }
        }
        return nil
    }

    /// Files go by where they lie, so that each is one however it is named.
    private func found(_ place: FilePath) -> Found { .found((try? resolved(place)) ?? place) }

    private func isLibrary(_ place: FilePath) -> Bool { ["dll", "exe", "cdxml", "xaml"].contains(place.fileExtension) }

    private func missing(_ load: FileLoad, _ path: StaticPath) -> Found {
        if load.isByName || isLibrary(FilePath(path.names.last ?? "")) { return .nothing }
        return .missing(
            path.start == .currentFolder
                ? "there is no such file beside the script, and only a run tells which folder is current" : "there is no such file")
    }
}

/// Files of Microsoft's products that scripts load by their paths; they define no command that sends.
private let knownFiles: Set = ["remoteexchange.ps1", "connect-exchangeserver.ps1", "exchange.ps1", "configurationmanager.psd1"]
