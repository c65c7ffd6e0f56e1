/// The parts of SARIF 2.1.0 that code scanning reads.
///
/// Source: OASIS, Static Analysis Results Interchange Format 2.1.0; GitHub, SARIF support for code scanning.
struct SARIFLog: Codable, Hashable, Sendable {
    var version = "2.1.0"
    var schema = "https://json.schemastore.org/sarif-2.1.0.json"
    var runs: [Run]

    enum CodingKeys: String, CodingKey {
        case version, runs
        case schema = "$schema"
    }

    struct Run: Codable, Hashable, Sendable {
        var tool: Tool
        var automationDetails: AutomationDetails
        var columnKind = "utf16CodeUnits"
        var originalUriBaseIds: [String: ArtifactLocation]
        var invocations: [Invocation]
        var results: [Result]
    }

    struct Tool: Codable, Hashable, Sendable {
        var driver: Driver
    }

    struct Driver: Codable, Hashable, Sendable {
        var name: String
        var version: String
        var semanticVersion: String
        var rules: [Rule]
    }

    struct Rule: Codable, Hashable, Sendable {
        var id: String
        var name: String
        var shortDescription: Text
        var fullDescription: Text
        var help: Help
        var defaultConfiguration: Configuration
        var properties: Properties
    }

    struct Configuration: Codable, Hashable, Sendable {
        var level: String
    }

    struct Properties: Codable, Hashable, Sendable {
        var tags: [String]
    }

    struct Text: Codable, Hashable, Sendable {
        var text: String
    }

    struct Help: Codable, Hashable, Sendable {
        var text: String
        var markdown: String
    }

    struct AutomationDetails: Codable, Hashable, Sendable {
        var id: String
    }

    struct Invocation: Codable, Hashable, Sendable {
        var executionSuccessful: Bool
        var toolExecutionNotifications: [Notification]
    }

    struct Notification: Codable, Hashable, Sendable {
        var level: String
        var message: Text
    }

    struct Result: Codable, Hashable, Sendable {
        var ruleId: String
        var ruleIndex: Int
        var level: String
        var message: Text
        var locations: [Location]
        var partialFingerprints: [String: String]
    }

    struct Location: Codable, Hashable, Sendable {
        var physicalLocation: PhysicalLocation
    }

    struct PhysicalLocation: Codable, Hashable, Sendable {
        var artifactLocation: ArtifactLocation
        var region: Region
    }

    struct ArtifactLocation: Codable, Hashable, Sendable {
        var uri: String?
        var uriBaseId: String?
        var description: Text?
    }

    struct Region: Codable, Hashable, Sendable {
        var startLine: Int
        var startColumn: Int
        var endLine: Int
        var endColumn: Int
    }
}
