import Foundation
import PowerShellSyntax
import TestSupport
import Testing

@testable import mail2graph

@Suite("Data files")
struct PowerShellDataFileTests {
    /// Everything that a data file can hold.
    static let everything = #"""
        # comment
        @{
            Text = 'it''s'; "Quoted" = "a`tb `$c `"d`""
            'with blanks' = 1, -2, 10KB, 0x1F, 1.5, -0.25
            <# more #>
            Single = ('one')
            Flags = $true, $False, $NULL
            List = @('a'
                'b', 'c')
            Empty = @()
            One = @('a')
            Pairs = @(@{ A = 1 }, @{ A = @(2, 3) })
            Here = @'
        line 'one'
          line "two" $x
        '@
            Double = @"
        a`tb ""
        "@
            12 = 'number'
            Nested = @{
                Inner = @{ }
            }
        }

        """#

    @Test("are read as constants, each with its line")
    func constants() throws {
        let data = try PowerShellDataFile(SourceText("@{\n  A = 'x'\n  'b c' = @{ D = $true,\n    -2 }\n}\n"))
        #expect(data.entries.map(\.key) == ["A", "b c"])
        #expect(data.entries.map(\.line) == [2, 3])
        #expect(data.entries[0].item == DataItem(value: .text("x"), line: 2))
        guard case .table(let inner) = data.entries[1].item.value, case .list(let items) = inner[0].item.value else {
            Issue.record("no list")
            return
        }
        #expect(items == [DataItem(value: .boolean(true), line: 3), DataItem(value: .integer(-2), line: 4)])
    }

    private func faults(_ text: String) -> [PowerShellDataFile.Fault] {
        do throws(PowerShellDataFile.Faults) {
            return try PowerShellDataFile(SourceText(text)).faults
        } catch {
            return error.all
        }
    }

    @Test(
        "refuse what would run, and say where",
        arguments: [
            ("@{\n A = Get-Date }", 2, "Get-Date would run as a command; text stands in quotes: 'Get-Date'"),
            ("@{\n A = Get-Content x }", 2, "Get-Content x would run; a data file holds nothing but constants"),
            ("@{ A = $x }", 1, "$x is a variable; a data file knows no other than $true, $false and $null"),
            ("@{ A = $env:TEMP }", 1, "$env:TEMP is a variable; a data file knows no other than $true, $false and $null"),
            ("@{ A = \"a$x\" }", 1, "\"a$x\" would be expanded; write the text in single quotes, or ` before each $"),
            ("@{ A = \"$true\" }", 1, "\"$true\" would be expanded; write the text in single quotes, or ` before each $"),
            ("@{ A = $(1) }", 1, "$(1) would run; a data file holds nothing but constants"),
            ("@{ A = { 1 } }", 1, "{ 1 } would run; a data file holds nothing but constants"),
            ("@{ A = 'a' + 'b' }", 1, "'a' + 'b' would run; a data file holds nothing but constants"),
            ("@{ A = [int]'5' }", 1, "[int]'5' would run; a data file holds nothing but constants"),
            ("@{ A = [IO.File]::ReadAllText('x') }", 1, "[IO.File]::ReadAllText('x') would run; a data file holds nothing but constants"),
            ("@{ A = if (1) { 2 } }", 1, "if (1) { 2 } would run; a data file holds nothing but constants"),
            ("@{ A = @(1; Get-Date) }", 1, "Get-Date would run as a command; text stands in quotes: 'Get-Date'"),
            ("@{ \"a$x\" = 1 }", 1, "\"a$x\" is no constant; write the key as a name or in single quotes"),
            ("'text'", 1, "is no hashtable; a data file is one: @{ Key = 'value' }"),
            ("", 1, "is no hashtable; a data file is one: @{ Key = 'value' }"),
            ("@{ }\nGet-Date", 2, "stands beside the hashtable; a data file holds nothing else"),
            ("@{ A = 1\n a = 2 }", 2, "can't be parsed: the hashtable has the key a twice"),
            ("@{ A = 1\n", 1, "can't be parsed: '{' is not closed"),
        ])
    func faults(_ text: String, _ line: Int, _ reason: String) {
        #expect(faults(text).map(\.line) == [line] && faults(text).map(\.reason) == [reason])
    }

    @Test("tell all that is wrong at once")
    func severalFaults() {
        #expect(faults("@{\n A = $x\n B = Get-Date\n C = @{ D = \"$y\" } }").map(\.line) == [2, 3, 4])
    }

    @Test("do not crash on what nobody nests")
    func nesting() {
        func nested(_ depth: Int) -> String { String(repeating: "@{ A = ", count: depth) + "1" + String(repeating: " }", count: depth) }
        #expect(faults(nested(50)) == [])
        #expect(faults(nested(500)).map { $0.reason.hasSuffix("is nested more than 100 deep") } == [true])
        #expect(faults(nested(30_000)).count == 1)
    }

    @Test("mean what PowerShell reads in them", .enabled(if: PowerShellEngine.isPresent, "\(PowerShellEngine.absence)"))
    func engine() throws {
        let folder = try Folder(["all.psd1": Self.everything])
        let own = try PowerShellDataFile(SourceText(bytes: folder.bytes("all.psd1")))
        #expect(own.faults == [])
        let theirs = try DataFileEngine.values(in: folder["all.psd1"])
        #expect(theirs == DataFileEngine.lines(of: .table(own.entries), at: "").sorted())
    }
}

/// What the PowerShell engine reads in a data file: the part of `Import-PowerShellDataFile` that makes values of a file.
enum DataFileEngine {
    /// A line for each value: where it is, of what type, and in digits of its characters what it is.
    static func values(in file: String) throws -> [String] {
        let script = #"""
            function Show($Value, $At) {
                if ($null -eq $Value) { "$At null" }
                elseif ($Value -is [Collections.IDictionary]) { "$At table"; foreach ($k in $Value.Keys) { Show $Value[$k] "$At/$k" } }
                elseif ($Value -is [array]) { "$At list"; for ($i = 0; $i -lt $Value.Count; $i++) { Show $Value[$i] "$At/$i" } }
                elseif ($Value -is [string]) { "$At text " + (([char[]]$Value | ForEach-Object { [int]$_ }) -join ' ') }
                elseif ($Value -is [bool]) { "$At flag $Value" }
                elseif ($Value -is [double]) { "$At real $($Value.ToString('0.0####', [cultureinfo]::InvariantCulture))" }
                else { "$At integer $Value" }
            }
            $tokens = $errors = $null
            $ast = [Management.Automation.Language.Parser]::ParseFile('FILE', [ref]$tokens, [ref]$errors)
            $table = $ast.Find({ param($node) $node -is [Management.Automation.Language.HashtableAst] }, $false)
            Show $table.SafeGetValue() ''
            """#
        return try #require(PowerShellEngine.shared).output(of: script.replacing("FILE", with: file)).sorted()
    }

    /// The same lines of what was read here.
    static func lines(of value: DataValue, at place: String) -> [String] {
        switch value {
        case .null: ["\(place) null"]
        case .table(let entries): ["\(place) table"] + entries.flatMap { lines(of: $0.item.value, at: "\(place)/\($0.key)") }
        case .list(let items): ["\(place) list"] + items.enumerated().flatMap { lines(of: $1.value, at: "\(place)/\($0)") }
        case .text(let text): ["\(place) text " + text.utf16.map { "\($0)" }.joined(separator: " ")]
        case .boolean(let flag): ["\(place) flag \(flag ? "True" : "False")"]
        case .real(let number): ["\(place) real \(number)"]
        case .integer(let number): ["\(place) integer \(number)"]
        }
    }
}
