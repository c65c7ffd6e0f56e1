import PowerShellSyntax

@testable import PowerShellAnalysis

/// What a script of a test loads.
/// - Parameter files: By their names in the folder of the script.
func loadedFiles(of script: Script, _ files: [String: String]) -> LoadedFiles {
    LoadedFiles(script.tree.fileLoads(script.facts)) { _, path, _ in
        let name = path.names.joined(separator: "/")
        guard let text = files[name] else { return [.unreadable(name: name, reason: "there is no such file")] }
        return [.file(id: name, name: name, LoadableFile(SourceText(text), isManifest: name.hasSuffix("psd1")))]
    }
}
