import Arguments

/// Something that a run could not do, or that people should know of a file.
struct Problem: Error, Hashable, Sendable {
    enum Weight: Int, Comparable, Sendable {
        /// Worth knowing; the run did what it was asked.
        case note
        /// Some of the work is left to do.
        case incomplete
        /// What was asked for by name could not be done.
        case failure

        static func < (a: Weight, b: Weight) -> Bool { a.rawValue < b.rawValue }
    }

    var weight: Weight
    var path: FilePath
    /// Counted from 1; nil where the whole file is meant.
    var line: Int?
    /// What is wrong.
    var reason: String
    /// What to do about it; empty where there is nothing to do.
    var advice: String

    init(_ weight: Weight, _ path: FilePath, line: Int? = nil, _ reason: String, advice: String = "") {
        self.weight = weight
        self.path = path
        self.line = line
        self.reason = reason
        self.advice = advice
    }

    init(_ weight: Weight, _ path: FilePath, doing: String, _ error: FileError) {
        // What was named may be misspelt; what was found and has gone is not.
        let near = weight == .failure && error == .noSuchFile ? path.similar.map { "did you mean \($0)?" } : nil
        self.init(weight, path, "\(doing): \(error.reason)", advice: near ?? error.advice)
    }
}

extension FilePath {
    /// What lies in the same folder under a name that is close to this one; nil where nothing does.
    fileprivate var similar: FilePath? {
        guard let name = String(validating: name, as: UTF8.self), let entries = try? entries(of: parent) else { return nil }
        let names = entries.compactMap { String(validating: $0.name, as: UTF8.self) }.filter { $0 != name }.sorted()
        guard let near = suggestion(for: name, among: names) else { return nil }
        return parent == FilePath(".") ? FilePath(near) : parent.appending(near)
    }
}
