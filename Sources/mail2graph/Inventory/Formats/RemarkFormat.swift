import Arguments

/// A form of the remarks of `check`.
enum RemarkFormatName: String, ArgumentChoice {
    case text, github, azure, sarif

    var help: String {
        switch self {
        case .text: "path:line:column: warning: message [rule], as editors and many pipelines understand."
        case .github: "Annotations of GitHub Actions."
        case .azure: "Logging commands of Azure Pipelines."
        case .sarif: "For code scanning (SARIF 2.1.0)."
        }
    }

    func render(_ remarks: [Remark], of inventory: Inventory) -> String {
        switch self {
        case .text: remarks.map(\.line).joined()
        case .github: remarks.map(\.gitHubCommand).joined()
        case .azure: remarks.map(\.azureCommand).joined()
        case .sarif: SARIFFormat { _ in remarks }.render(inventory)
        }
    }
}
