import PowerShellSyntax
import Testing

@testable import PowerShellAnalysis

/// What a string or a list of strings can hold.
@Suite struct ListFactsTests {
    private func elements(_ text: String) throws -> [String]? {
        let script = Script(text)
        return script.facts.possibleElements(try script.probe())
    }

    @Test(
        arguments: [
            ("probe a", ["a"]),
            ("probe a, b", ["a", "b"]),
            ("probe 'b', \"a\"", ["b", "a"]),
            ("probe @('a', 'b')", ["a", "b"]),
            ("probe @('a'; 'b')", ["a", "b"]),
            ("probe @(\n'a'\n'b'\n)", ["a", "b"]),
            ("probe (('a', 'b'))", ["a", "b"]),
            ("probe @()", []),
            ("probe ([string[]]('a', 'b'))", ["a", "b"]),
            ("$x = 'a', 'b'; probe $x", ["a", "b"]),
            ("$x = 'b'; probe 'a', $x", ["a", "b"]),
            ("$x = 'b', 'c'; probe @('a'; $x)", ["a", "b", "c"]),
            ("[string[]]$x = 'a', 'b'; probe $x", ["a", "b"]),
            ("$d = 'x.org'; $x = @(\"a@$d\", \"b@$d\"); probe $x", ["a@x.org", "b@x.org"]),
            ("if ($y) { $x = 'a', 'b' } else { $x = 'c' }; probe $x", ["a", "b", "c"]),
        ] as [(String, [String])])
    func known(_ text: String, _ expected: [String]) throws {
        #expect(try elements(text) == expected)
    }

    @Test(arguments: [
        "probe $x", "probe 'a', $x", "probe @(Get-Content f)", "$x = 'a', 'b'; $x += 'c'; probe $x",
        "$x = 'a'; $x = Get-Content f; probe $x",
        "param($x = 'a') probe $x", "foreach ($x in 'a', 'b') { probe $x }", "$x = $y, 'a'; $y = $x, 'b'; probe $x",
        "probe 'a;b'.Split(';')",
        "$x = @(); probe $x", "$x = 'a', 'b'; $x[1] = 'c'; probe $x", "$x = @('a'); $x.Add('b'); probe $x",
    ])
    func unknown(_ text: String) throws {
        #expect(try elements(text) == nil)
    }

    @Test func oneStringAndNoList() throws {
        func isSingle(_ text: String) throws -> Bool {
            let script = Script(text)
            return script.facts.isSingle(try script.probe())
        }
        #expect(try isSingle("probe 'a'"))
        #expect(try isSingle("$x = 'a'; probe $x"))
        #expect(try isSingle("probe \"$x\""))
        #expect(try !isSingle("probe $x"))
        #expect(try !isSingle("probe 'a', 'b'"))
        #expect(try !isSingle("$x = 'a', 'b'; probe $x"))
    }
}
