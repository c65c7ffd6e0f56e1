@testable import MailMigration
import PowerShellSyntax
import Testing

/// One step of indentation, as a script has it.
@Suite struct IndentationTests {
    @Test(arguments: [
        ("", "    "),
        ("1\n2\n", "    "),
        ("{\n  1\n}\n", "  "),
        ("{\n   1\n}\n", "   "),
        ("{\n    1\n    {\n        2\n    }\n}\n", "    "),
        ("{\n\t1\n\t{\n\t\t2\n\t}\n}\n", "\t"),
        ("{\r\n\t1\r\n}\r\n", "\t"),
        ("{\n    1\n}\n{\n    2\n}\n{\n  3\n}\n", "    "),
        ("{\n\t1\n\t2\n\t3\n}\n{\n  4\n}\n", "\t"),
        ("{\n        1\n}\n", "        "),
        ("1\n\n      \n{\n  2\n}\n", "  "),
        ("foo `\n               a\n", "    "),
    ] as [(String, String)])
    func unit(_ text: String, _ unit: String) {
        #expect(SourceText(text).indentationUnit == unit)
    }
}
