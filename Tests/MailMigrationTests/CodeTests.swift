import Testing

@testable import MailMigration

/// How new code is printed.
@Suite struct CodeTests {
    private func printed(_ code: Code, indentation: String = "", unit: String = "    ", lineEnding: String = "\n") -> String {
        code.printed(indentation: indentation, unit: unit, lineEnding: lineEnding)
    }

    @Test func blocks() {
        let code = Code.block("if ($x) {", [Code("1"), .block("foo {", [Code("2")], "}")], "}")
        #expect(printed(code) == "if ($x) {\n    1\n    foo {\n        2\n    }\n}")
        #expect(
            printed(code, indentation: "\t", unit: "\t", lineEnding: "\r\n") == "if ($x) {\r\n\t\t1\r\n\t\tfoo {\r\n\t\t\t2\r\n\t\t}\r\n\t}"
        )
    }

    @Test func hashtablesAreAligned() {
        #expect(
            printed(hashtable([("a", Code("1")), ("long", hashtable([("b", Code("2"))]))], opening: "foo @{", closing: "} -bar"))
                == "foo @{\n    a    = 1\n    long = @{\n        b = 2\n    }\n} -bar")
        #expect(inlineHashtable([("a", "1"), ("b", "2")]) == "@{ a = 1; b = 2 }")
    }

    @Test func onTheSameLine() {
        let block = Code.block("@(", [Code("1")], ")")
        #expect(printed(Code("a = ") + block) == "a = @(\n    1\n)")
        #expect(printed(block + Code(" | foo")) == "@(\n    1\n) | foo")
        #expect(printed(block.wrapped("x ", " y")) == "x @(\n    1\n) y")
        #expect(printed(block.indented() + block) == "@(\n        1\n    )@(\n        1\n    )")
    }

    @Test func size() {
        #expect(Code("abc").isOneLine)
        #expect(!Code("a\nb").isOneLine)
        #expect(!Code.block("{", [], "}").isOneLine)
        #expect(Code.block("{", [Code("abc")], "}").width == 3)
    }

    /// Copied text keeps its own lines: a here-string would break if it were indented.
    @Test func copiedTextIsNotIndented() {
        #expect(printed(Code.block("{", [Code("@'\na\n'@")], "}")) == "{\n    @'\na\n'@\n}")
    }

    @Test func quotes() {
        #expect(quoted("a") == "'a'")
        #expect(quoted("it's $x `n") == "'it''s $x `n'")
        #expect(quoted("‘a’") == "'‘‘a’’'")
    }
}
