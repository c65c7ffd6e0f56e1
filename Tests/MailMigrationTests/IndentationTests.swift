import PowerShellSyntax
import Testing

@testable import MailMigration

/// One step of indentation, as a script has it.
@Suite struct IndentationTests {
    @Test(
        arguments: [
            ("", "    "),
            ("1\n2\n", "    "),
            ("if ($x) {\n  1\n}\n", "  "),
            ("if ($x) {\n   1\n}\n", "   "),
            ("if ($x) {\n    1\n    if ($y) {\n        2\n    }\n}\n", "    "),
            ("if ($x) {\n\t1\n\tif ($y) {\n\t\t2\n\t}\n}\n", "\t"),
            ("if ($x) {\r\n\t1\r\n}\r\n", "\t"),
            ("function f {\n  1\n}\n", "  "),
            ("$x | ForEach-Object {\n  1\n}\n", "  "),
            ("if ($x) {\n    1\n}\nif ($x) {\n    2\n}\nif ($x) {\n  3\n}\n", "    "),
            ("if ($x) {\n\t1\n\t2\n\t3\n}\nif ($x) {\n  4\n}\n", "\t"),
            ("if ($x) {\n        1\n}\n", "        "),
            ("1\n\n      \nif ($x) {\n  2\n}\n", "  "),
            ("foo `\n               a\n", "    "),
            ("$x = @{\n  a = 1\n}\nif ($x) {\n    1\n}\n", "    "),
            ("@'\n  a\n  b\n'@\nif ($x) {\n    1\n}\n", "    "),
        ] as [(String, String)])
    func unit(_ text: String, _ unit: String) {
        #expect(SyntaxTree.parse(SourceText(text)).indentationUnit == unit)
    }
}
