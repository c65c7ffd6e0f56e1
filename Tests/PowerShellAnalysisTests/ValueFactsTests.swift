import PowerShellSyntax
import Testing

@testable import PowerShellAnalysis

/// What can be said of a value without running the script.
@Suite struct ValueFactsTests {
    @Test(
        arguments: [
            ("probe a", ["a"]),
            ("probe 'a'", ["a"]),
            ("probe (('a'))", ["a"]),
            ("probe 25", ["25"]),
            ("$x = 'a'; probe $x", ["a"]),
            ("$x = $y; $y = 'a'; probe $x", ["a"]),
            ("$x = 'a'; probe $X", ["a"]),
            ("$script:x = 'a'; probe $x", ["a"]),
            ("$x = 'a'; probe $global:x", ["a"]),
            ("$x = 'smtp'; probe \"$x.office365.com\"", ["smtp.office365.com"]),
            ("$x = 'smtp'; probe \"${x}.a$('b')`t\"", ["smtp.ab\t"]),
            ("$x = 'smtp'; probe ($x + '.' + 'office365.com')", ["smtp.office365.com"]),
            ("probe @'\na\nb\n'@", ["a\nb"]),
            ("[string]$x = 'a'; probe $x", ["a"]),
            ("probe ([string]'a')", ["a"]),
            ("probe $('a')", ["a"]),
            ("if ($y) { $x = 'a' } else { $x = 'b' }; probe $x", ["a", "b"]),
            ("if ($y) { $x = 'a' } else { $x = 'b' }; probe \"$x-$x\"", ["a-a", "a-b", "b-a", "b-b"]),
            ("function f { $x = 'a' }; $x = 'b'; probe $x", ["a", "b"]),
        ] as [(String, [String])])
    func knownTexts(_ text: String, _ expected: [String]) throws {
        #expect(try Script(text).strings() == Set(expected))
    }

    @Test(arguments: [
        "probe $x", "probe $env:x", "$env:x = 'a'; probe $env:x", "probe (Get-Date)",
        "$x = 'a', 'b'; probe $x",
        "$x = 'a'; $x += 'b'; probe $x",
        "$x = 'a'; $x = Get-Server; probe $x",
        "$x = 'a'; Set-Variable x b; probe $x",
        "$x = 'a'; $x, $y = 'b', 'c'; probe $x",
        "$x = 'a'; foreach ($x in $y) { }; probe $x",
        "$x = 'a'; Get-Server -OutVariable x; probe $x",
        "$x = 'a'; Get-It ([ref]$x); probe $x",
        "[int]$x = '05'; probe $x",
        "param($x = 'a') probe $x",
        "probe (1 + 2)",
        "probe ('{0}' -f 1)",
        "probe $x.Name", "probe 0x10", "probe 1.50", "probe 1kb", "$x = 'a'; . ./settings.ps1; probe $x",
        "$x = 'a'; Invoke-Expression $y; probe $x",
        "$x = 'a'; Set-Variable $name b; probe $x",
    ])
    func unknownTexts(_ text: String) throws {
        #expect(try Script(text).strings() == nil)
    }

    @Test(arguments: [
        "$a = $b; $b = $a; probe $a", "$a = $a; probe $a", "$a = \"$b\"; $b = \"$a\"; probe $b",
        "$a = ($b + 'x'); $b = ($a + 'y'); probe $a",
    ])
    func cyclesEnd(_ text: String) throws {
        let script = Script(text)
        #expect(try script.strings() == nil)
        #expect(script.facts.possibleElements(try script.probe()) == nil)
        _ = script.facts.isPlainString(try script.probe())
        #expect(try script.user() == nil)
    }

    @Test func combinationsAreLimited() throws {
        let choices = (1...4).map { "if ($c) { $x\($0) = 'a' } else { $x\($0) = 'b' }" }.joined(separator: "\n")
        #expect(try Script(choices + "\nprobe \"$x1$x2$x3$x4\"").strings()?.count == 16)
        #expect(try Script(choices + "\nprobe \"$x1$x2$x3$x4$x1\"").strings() == nil)
    }

    @Test func defaultsOfParametersCountWhereTheyAreAssumed() throws {
        let script = Script("param([string]$x = 'a') probe $x")
        #expect(try script.strings(assumingDefaults: true) == ["a"])
        #expect(try Script("param($x) probe $x").strings(assumingDefaults: true) == nil)
        #expect(try Script("param($x) $x = 'a'; probe $x").strings(assumingDefaults: true) == ["a"])
        #expect(try Script("param($x = 'a') if ($y) { $x = 'b' }; probe $x").strings(assumingDefaults: true) == ["a", "b"])
    }

    @Test func oneTextOnly() throws {
        let script = Script("$x = 'a'; probe $x")
        #expect(script.facts.constantString(try script.probe()) == "a")
        let several = Script("$x = 'a'; $x = 'b'; probe $x")
        #expect(several.facts.constantString(try several.probe()) == nil)
    }
}

/// What is surely one .NET string and nothing more.
@Suite struct PlainStringTests {
    private func isPlain(_ text: String) throws -> Bool {
        let script = Script(text)
        return script.facts.isPlainString(try script.probe())
    }

    @Test(arguments: [
        "probe 'a'", "probe a", "probe \"$x\"", "probe @\"\n$x\n\"@",
        "probe ('a' + $x)", "probe ('-' * 10)", "probe ('{0}' -f $x)", "probe ($x -join ';')", "probe ('a' -replace 'b', $x)",
        "probe ([string]$x)", "probe $x.ToString()", "probe (Get-Date).ToString('d')", "probe 'a'.Trim()",
        "probe (Get-Content f | Out-String)", "probe $($x | Out-String)", "probe (Get-Date -Format d)", "probe (Join-Path $x 'a')",
        "$x = 'a'; probe $x", "$x = Get-Content f | Out-String; probe $x", "$x = Join-Path $y 'a'; probe $x",
        "$x = 'a'; $x += Get-Content f; probe $x", "$x = ''; foreach ($y in $z) { $x += $y }; probe $x",
        "[string]$x = Get-Content f; probe $x", "param([string]$x) probe $x", "[string]$x = ''; $x = Get-Content f; probe $x",
    ])
    func plain(_ text: String) throws {
        #expect(try isPlain(text))
    }

    @Test(arguments: [
        "probe $x", "probe 25", "probe (Get-Content f)", "probe ('a', 'b')", "probe ($x + 'a')", "probe ($x -replace 'a', 'b')",
        "probe $x.Name", "probe ([int]'1')", "probe ($x | Out-String -Stream)", "probe (Get-Date)", "probe (Join-Path a, b 'c')",
        "$x = Get-Content f; probe $x", "$x = 'a'; $x = Get-Content f; probe $x", "param($x) probe $x", "param($x = 'a') probe $x",
        "foreach ($x in $y) { probe $x }", "[string[]]$x = 'a'; probe $x", "$x = 'a', 'b'; probe $x", "$x = @(); $x += 'a'; probe $x",
        "probe (Get-Content f).Trim()", "probe $list.ToLower()", "$x = 'a', 'b'; probe $x.Trim()",
        "foreach ($y in $z) { $x += $y }; probe $x",
        "probe ($x | oss)", "function f([string]$x) { }; $x = Get-Content f; probe $x",
        "$x = 'a'; Set-Variable x (Get-Content f); probe $x",
    ])
    func notSurelyPlain(_ text: String) throws {
        #expect(try !isPlain(text))
    }

    @Test func valuesThatGrowWithEachVariableComeToAnEnd() throws {
        let doubled = (1...60).map { "$x\($0) = \"$x\($0 - 1)$x\($0 - 1)\"\n" }.joined()
        let script = try Script("$x0 = 'a'\n" + doubled + ". $x60\nprobe $x60")
        #expect(try script.strings() == nil)
        #expect(try script.facts.possiblePaths(script.probe()) == nil)
        #expect(try Script("$x0 = 'a'\n" + doubled + "probe $x3").strings() == ["aaaaaaaa"])
    }
}
