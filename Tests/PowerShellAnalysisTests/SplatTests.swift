import PowerShellSyntax
import Testing

@testable import PowerShellAnalysis

/// What a hashtable holds when a command is called with it.
@Suite struct SplatTests {
    /// `key=value|value`, with `?` behind the key where it may be missing.
    private func entries(_ text: String) throws -> [String] {
        try Script(text).splat().entries.map { entry in
            entry.key + (entry.isConditional ? "?" : "") + "=" + entry.values.map(\.text).joined(separator: "|")
        }
    }

    @Test(
        arguments: [
            ("$p = @{ To = 'a'; 'Cc' = $b }; send @p", ["To='a'", "Cc=$b"]),
            ("$p = @{ Body = Get-Content f | Out-String }; send @p", ["Body=Get-Content f | Out-String"]),
            ("$p = [ordered]@{ To = 'a' }; send @p", ["To='a'"]),
            ("[hashtable]$p = @{ To = 'a' }; send @p", ["To='a'"]),
            ("$script:p = @{ To = 'a' }; send @p", ["To='a'"]),
            ("$p = @{ }; send @p", []),
            ("$p = @{ To = 'a' }; $p = @{ Cc = 'b' }; send @p", ["Cc='b'"]),
        ] as [(String, [String])])
    func literal(_ text: String, _ expected: [String]) throws {
        #expect(try entries(text) == expected)
    }

    @Test(
        arguments: [
            ("$p.Cc = 'b'", ["To='a'", "Cc='b'"]),
            ("$p['Cc'] = 'b'", ["To='a'", "Cc='b'"]),
            ("$p.Add('Cc', $b)", ["To='a'", "Cc=$b"]),
            ("[void]$p.Add('Cc', $b)", ["To='a'", "Cc=$b"]),
            ("$p += @{ Cc = 'b' }", ["To='a'", "Cc='b'"]),
            ("$p.to = 'b'", ["To='a'|'b'"]),
            ("$p.Remove('To')", []),
            ("$p.Remove('To'); $p.To = 'b'", ["To='b'"]),
            ("Write-Host $p.To; $p.Keys | Out-Null", ["To='a'"]),
        ] as [(String, [String])])
    func changed(_ change: String, _ expected: [String]) throws {
        #expect(try entries("$p = @{ To = 'a' }; \(change); send @p") == expected)
    }

    @Test(
        arguments: [
            ("if ($x) { $p.Cc = 'b' }", ["To='a'", "Cc?='b'"]),
            ("if ($x) { $p.Cc = 'b' } else { $p.Cc = 'c' }", ["To='a'", "Cc?='b'|'c'"]),
            ("if ($x) { $p.To = 'b' }", ["To='a'|'b'"]),
            ("if ($x) { $p.Remove('To') }", ["To?='a'"]),
            ("switch ($x) { 1 { $p.Add('Cc', 'b') } }", ["To='a'", "Cc?='b'"]),
            ("$x | ForEach-Object { $p.Cc = $_ }", ["To='a'", "Cc?=$_"]),
            ("try { $p.Cc = 'b' } catch { }", ["To='a'", "Cc?='b'"]),
        ] as [(String, [String])])
    func conditional(_ change: String, _ expected: [String]) throws {
        #expect(try entries("$p = @{ To = 'a' }; \(change); send @p") == expected)
    }

    @Test func loopsRunWhatFollowsTheCallBeforeTheNextOne() throws {
        #expect(try entries("$p = @{ To = 'a' }; foreach ($x in $y) { $p.Cc = $x; send @p }") == ["To='a'", "Cc=$x"])
        #expect(try entries("$p = @{ To = 'a' }; foreach ($x in $y) { send @p; $p.Cc = $x }") == ["To='a'", "Cc?=$x"])
        #expect(try entries("foreach ($x in $y) { $p = @{ To = 'a' }; send @p; $p.Cc = $x }") == ["To='a'"])
        #expect(try entries("$p = @{ To = 'a' }; send @p; $p.Cc = 'b'") == ["To='a'"])
    }

    @Test func theNearestScopeThatSetsItOwnsIt() throws {
        #expect(try entries("$p = @{ To = 'a' }; function f { $p = @{ To = 'b' }; send @p }") == ["To='b'"])
        #expect(try entries("$p = @{ To = 'a' }; function f { send @p }") == ["To='a'"])
        #expect(try entries("$p = @{ To = 'a' }; function f { $p = @{ Cc = 'b' } }; send @p") == ["To='a'"])
    }

    @Test(
        arguments: [
            ("send @p", "@p is not set in this script"),
            ("function f($p) { send @p }", "@p is not set by one hashtable that always runs before it"),
            (
                "if ($x) { $p = @{ To = 'a' } } else { $p = @{ To = 'b' } }; send @p",
                "@p is not set by one hashtable that always runs before it"
            ),
            ("$p = @{ To = 'a' }; if ($x) { $p = @{ To = 'b' } }; send @p", "@p is not set by one hashtable that always runs before it"),
            ("$p = Get-Settings; send @p", "@p is not set by one hashtable that always runs before it"),
            ("$p = 'a', 'b'; send @p", "@p is not set by one hashtable that always runs before it"),
            ("send @p; $p = @{ To = 'a' }", "@p is not set by one hashtable that always runs before it"),
            ("$p = @{ $key = 'a' }; send @p", "@p has a key that is only known when the script runs: $key"),
            ("$p = @{ }; $p[$key] = 'a'; send @p", "@p is changed in a way that can't be followed: $p[$key] = 'a'"),
            ("$p = @{ }; $p.$key = 'a'; send @p", "@p is changed in a way that can't be followed: $p.$key = 'a'"),
            ("$p = @{ }; $p += $more; send @p", "@p is changed in a way that can't be followed: $p += $more"),
            ("$p = @{ }; $p.Remove($key); send @p", "@p is changed in a way that can't be followed: $p.Remove($key)"),
            ("$p = @{ }; $p.Clear(); send @p", "@p is changed in a way that can't be followed: $p.Clear()"),
            ("function f($t) { }; $p = @{ }; f $p; send @p", "@p is changed in a way that can't be followed: f $p"),
            ("function f($t) { }; $p = @{ }; f -t $p; send @p", "@p is changed in a way that can't be followed: f -t $p"),
        ] as [(String, String)])
    func undecided(_ text: String, _ reason: String) {
        #expect { try entries(text) } throws: { ($0 as? Undecided)?.reason == reason }
    }

    /// A parameter, a loop or another command gives the name another value.
    @Test(arguments: [
        "function f($p) { send @p }", "function f { param([hashtable]$p) send @p }", "foreach ($p in $all) { send @p }",
        "$q, $p = 1, $other; send @p", "Set-Variable p $other; send @p", "Get-It ([ref]$p); send @p", "Get-It -OutVariable p; send @p",
        "$x | ForEach-Object { $p = $_; send @p }", "function f { $script:p = @{ Cc = 'b' } }; f; send @p",
        "while ($x) { send @p; $p = @{ Cc = 'b' } }", "while ($x) { send @p; if ($y) { $p = @{ Cc = 'b' } } }",
    ])
    func anotherValueHidesTheHashtable(_ text: String) {
        #expect(throws: Undecided.self) { try entries("$p = @{ To = 'a' }; " + text) }
    }

    /// What may change the hashtable without its name standing there, or at a time that nobody knows.
    @Test(arguments: [
        "$p = @{ To = 'a' }; $q = $p; $q.Cc = 'b'; send @p", "function f { $script:p.Cc = 'b' }; $p = @{ To = 'a' }; f; send @p",
        "function f { $p.Cc = 'b' }; $p = @{ To = 'a' }; f; send @p", "function f($t) { }; $p = @{ To = 'a' }; f -t:$p; send @p",
        "function f($t) { }; $p = @{ To = 'a' }; f ($p); send @p", "function f($t) { }; $p = @{ To = 'a' }; $p | f; send @p",
        "$p = @{ To = 'a' }; & $block $p; send @p", "$p = @{ To = 'a' }; $p.Cc, $p.Bcc = 'b', 'c'; send @p",
        "$p = @{ To = 'a' }; $p['Cc'], $x = 1, 2; send @p", "$p = @{ To = 'a' }; $p.set_Item('Cc', 'b'); send @p",
        "$p = @{ To = 'a' }; 'Cc' | ForEach-Object { $p[$_] = 'b' }; send @p",
        "function f { $script:p = @{ Cc = 'b' } }; $p = @{ To = 'a' }; f; send @p",
    ])
    func hiddenChangesAreNotFollowed(_ text: String) {
        #expect(throws: Undecided.self) { try entries(text) }
    }

    @Test func usedOnce() throws {
        #expect(try Script("$p = @{ To = 'a' }; send @p").splat().isUsedOnce)
        #expect(try !Script("$p = @{ To = 'a' }; send @p; $p.To").splat().isUsedOnce)
        #expect(try !Script("$p = @{ To = 'a' }; if ($x) { send @p } else { send @p }").splat().isUsedOnce)
    }

    @Test func whatAlwaysRuns() throws {
        func alwaysRuns(_ text: String) throws -> Bool {
            let script = Script(text)
            return try script.command("first").node.alwaysRuns(before: script.command("second").node)
        }
        #expect(try alwaysRuns("first; second"))
        #expect(try alwaysRuns("first; if ($x) { second }"))
        #expect(try !alwaysRuns("if ($x) { first }; second"))
        #expect(try !alwaysRuns("second; first"))
        #expect(try !alwaysRuns("if ($x) { first } else { second }"))
    }
}
