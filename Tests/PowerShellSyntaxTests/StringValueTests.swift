import PowerShellSyntax
import Testing

@Suite struct StringValueTests {
    private func strings(_ script: String) -> [StringConstantExpression] {
        SyntaxTree.parse(SourceText(script)).all(StringConstantExpression.self)
    }

    @Test(arguments: [
        (#"'it''s'"#, "it's"), (#"'‘’x'"#, "’x"), (#""a`"b""c""#, #"a"b"c"#), (#""`t`n`0`e`u{1F600}`q""#, "\t\n\0\u{1B}😀q"),
        ("\"`\r\n\"", "\r\n"), (#""a$""#, "a$"), (#""`$x""#, "$x"), ("'$x `n'", "$x `n"), ("\"e`\u{301}\"", "e\u{301}"),
        ("@'\na\n''b\n'@", "a\n''b"), ("@'\r\na\r\n\r\n'@", "a\r\n"), ("@\"  \na`tb\n\"@", "a\tb"), ("@'\n'@", ""), ("@'\n\n'@", ""),
        ("@'\n\u{2028}a\n'@", "\u{2028}a"),
    ])
    func quotedStrings(script: String, value: String) {
        #expect(strings(script).map(\.value) == [value])
    }

    @Test(arguments: [
        (#"foo --x="a b""#, #"--x=a b"#), ("foo a` b", "a b"), (#"foo x'y''z'"#, "xy'z"), (#"foo x"y""z`n""#, "xy\"z\n"),
        ("foo --% a 'b' `c", "a 'b' `c"), ("foo a`\"b", "a\"b"), (#"foo C:\x"#, #"C:\x"#),
    ])
    func bareWords(script: String, value: String) {
        #expect(strings(script).last?.value == value)
    }

    /// In a subexpression within quotes the quotes themselves may be escaped.
    @Test(arguments: [
        (#""$('a'; `"b c`")""#, ["a", "b c"]), (#""$(""b"")""#, ["b"]), (#""$(`"`")""#, [""]), (#""$("b")""#, ["b"]),
        (#"@"x"#, []),
    ])
    func stringsWithinStrings(script: String, values: [String]) {
        #expect(strings(script).filter { $0.text.contains { "'\"".contains($0) } }.map(\.value) == values)
    }

    @Test func expandableStringsHaveParts() throws {
        func parts(_ script: String) -> [String] {
            SyntaxTree.parse(SourceText(script)).all(ExpandableStringExpression.self)[0].parts.map { part in
                switch part {
                case .text(let text): "'\(text)'"
                case .expression(let expression): expression.text
                }
            }
        }
        #expect(parts(#""a`t$x b $($y.z)""c""#) == ["'a\t'", "$x", "' b '", "$($y.z)", "'\"c'"])
        #expect(parts(#"foo --x="$y z"w"#) == ["'--x='", "$y", "' zw'"])
        #expect(parts("@\"\n$x\n$y\n\"@") == ["$x", "'\n'", "$y"])
        #expect(parts(#""$x$y""#) == ["$x", "$y"])
        #expect(parts(#""$(`"a $b`")c""#) == ["$(`\"a $b`\")", "'c'"])
    }

    @Test(
        arguments: [
            ("1", 1), ("-1", -1), ("1kb", 1024), ("0x10", 16), ("0xFFFFFFFF", -1), ("0xFFFFFFFFl", 4_294_967_295), ("0b101", 5),
            ("2GB", 2_147_483_648), ("1.5", nil), ("1e3", nil), ("9223372036854775807", .max), ("9000000000pb", nil), ("5ul", 5),
        ] as [(String, Int64?)])
    func numbers(script: String, value: Int64?) {
        let numbers = SyntaxTree.parse(SourceText(script)).all(ConstantExpression.self)
        #expect(numbers.count == 1)
        #expect(numbers.first?.integerValue == value)
    }

    @Test(
        arguments: [
            ("$x", "x", nil, "x"), ("${a b}", "a b", nil, "a b"), ("${a`}b}", "a}b", nil, "a}b"), ("$env:TEMP", "env:TEMP", "env", "TEMP"),
            ("$Script:x", "Script:x", "script", "x"), ("${C:\\f.txt}", "C:\\f.txt", "c", "\\f.txt"), ("$_", "_", nil, "_"),
            ("$using:x", "using:x", "using", "x"),
        ] as [(String, String, String?, String)])
    func variables(script: String, path: String, qualifier: String?, name: String) throws {
        let variable = try #require(SyntaxTree.parse(SourceText(script)).all(VariableExpression.self).first)
        #expect(variable.variablePath == path)
        #expect(variable.qualifier == qualifier)
        #expect(variable.name == name)
    }
}
