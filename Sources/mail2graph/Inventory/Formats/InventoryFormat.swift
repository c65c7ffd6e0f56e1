import Arguments

/// A form of the inventory: for people, for spreadsheets, for programs.
protocol InventoryFormat: Sendable {
    func render(_ inventory: Inventory) -> String
}

/// The forms by their names on the command line.
enum InventoryFormatName: String, ArgumentChoice {
    case table, csv, json, sarif, html, markdown

    var help: String {
        switch self {
        case .table: "For people."
        case .csv: "For spreadsheets, a row for each send (RFC 4180)."
        case .json: "For programs; --schema prints its JSON Schema."
        case .sarif: "For code scanning (SARIF 2.1.0)."
        case .html: "One page that needs no network, to read and to print."
        case .markdown: "For an issue or a wiki."
        }
    }

    /// - Parameters:
    ///   - width: Of the table, in columns.
    ///   - next: What to do after reading it.
    func format(for destination: ReportDestination, width: Int, colour: Bool, next: NextCommand) -> any InventoryFormat {
        switch self {
        case .table: TableFormat(width: width, colour: colour, next: next)
        case .csv: CSVFormat(hasMark: destination != .standardOutput)
        case .json: JSONFormat()
        case .sarif: SARIFFormat { $0.remarks }
        case .html: HTMLFormat(next: next)
        case .markdown: MarkdownFormat(next: next)
        }
    }
}

/// What to do after reading an inventory.
struct NextCommand: Hashable, Sendable {
    /// As one would type it.
    let line: String

    init(_ scripts: ScriptSelection) {
        let lists = scripts.lists.flatMap { ["--files-from", $0 == FilePath("-") ? "-" : $0.shellWord] }
        line = (["mail2graph", "diff"] + lists + scripts.paths.map(\.shellWord)).joined(separator: " ")
    }

    /// Nil where there is nothing left to do.
    func line(for inventory: Inventory) -> String? {
        inventory.totals.count(.moves) + inventory.totals.count(.left) > 0 ? line : nil
    }
}
