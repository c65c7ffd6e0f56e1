import Foundation
import Testing

@testable import PowerShellSyntax

/// What the code says of the grammar, beside what was generated from it.
@Suite struct GrammarTests {
    private struct NodeType: Decodable {
        struct Children: Decodable {}

        var type: String
        var named: Bool
        var fields: [String: Children]?
        var children: Children?
    }

    private static let nodeTypes: [NodeType] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../grammars/powershell/src/node-types.json")
        return try! JSONDecoder().decode([NodeType].self, from: Data(contentsOf: file))
    }()

    @Test func plainListsAreTheNodesWithoutFields() {
        let withoutFields = Self.nodeTypes.filter { $0.named && $0.children != nil && $0.fields?.isEmpty != false }.map(\.type)
        #expect(Set(Rule.allCases.filter(\.isPlainList).map(snakeCase)) == Set(withoutFields))
        #expect(withoutFields.contains("array_literal"))
    }
}
