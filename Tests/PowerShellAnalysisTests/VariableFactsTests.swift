import PowerShellSyntax
import Testing

@testable import PowerShellAnalysis

/// Where variables get their values.
@Suite struct VariableFactsTests {
    /// Each place that sets `$x`: operator, value as written, type.
    private func places(_ text: String) -> [String] {
        Script(text).facts.assignments(to: "x").map { place in
            [place.operator, place.value?.text ?? "?", place.type].compactMap { $0 }.joined(separator: " ")
        }
    }

    @Test(
        arguments: [
            ("$x = 1", ["= 1"]),
            ("$X = 1; $x = $y", ["= 1", "= $y"]),
            ("$x += 'a'", ["+= 'a'"]),
            ("$x ??= 1", ["??= 1"]),
            ("${x} = 1", ["= 1"]),
            ("$x = Get-Date", ["= ?"]),
            ("$x = $y = 1", ["= ?"]),
            ("$x = if ($y) { 1 } else { 2 }", ["= ?"]),
            ("if ($y) { $x = 1 }", ["= 1"]),
            ("function f { $x = 1 }", ["= 1"]),
        ] as [(String, [String])])
    func assignments(_ text: String, _ expected: [String]) {
        #expect(places(text) == expected)
    }

    @Test(
        arguments: [
            ("[string]$x = 1", ["= 1 string"]),
            ("[String[]]$x = 'a', 'b'", ["= 'a', 'b' string[]"]),
            ("[ValidateNotNull()][int]$x = 1", ["= 1 int"]),
            ("param([string]$x = 'a')", ["= 'a' string"]),
        ] as [(String, [String])])
    func types(_ text: String, _ expected: [String]) {
        #expect(places(text) == expected)
    }

    /// The value of each is not told, but that there is one is.
    @Test(arguments: [
        "$x, $y = 1, 2", "($y, $x) = 1, 2", "$x++", "--$x",
        "foreach ($x in 1, 2) { }",
        "param($x)", "function f($x) { }", "& { param([int]$x) }",
        "Set-Variable x 1", "Set-Variable -Name x -Value 1", "Set-Variable -Value 1 -Name X", "sv x 1",
        "New-Variable -Name 'x' -Value 1", "nv -N x",
        "Get-Date -OutVariable x", "Get-Date -OutVariable:x", "Get-Date -OutVariable +x", "Get-Date -ov x", "Get-Date -ErrorVariable x",
        "Get-Date -ev x", "Get-Date -PipelineVariable x | Out-Null",
        "[int]::TryParse('1', [ref]$x)", "Set-Variable -Value 1 x", "Set-Variable -Scope Script x 1", "Set-Variable -Force x 1",
        "Set-Variable -Name y, x -Value 1", "Set-Variable y, x 1", "Set-Variable ('x') 1", "Microsoft.PowerShell.Utility\\Set-Variable x 1",
        "Clear-Variable x", "Get-Date -OutV x", "Get-Date -InformationV x", "'a' | Tee-Object -Variable x", "'a' | tee -v x",
        "Import-LocalizedData -BindingVariable x", "Invoke-WebRequest a -SessionVariable x",
    ])
    func valuesFromElsewhere(_ text: String) {
        #expect(places(text).map { $0.prefix(3) }.allSatisfy { ["= ?", "+= "].contains($0) })
        #expect(places(text).count == 1)
    }

    @Test(arguments: ["$y = $x", "$x.Name = 1", "$x['a'] = 1", "$y.x = 1", "Get-Date -Format x", "$env:x = 1", "Set-Content x 1"])
    func whatSetsNothing(_ text: String) {
        #expect(places(text) == [])
    }

    @Test func scopesAreOneNamespaceAndDrivesAreNot() {
        let facts = Script("$script:x = 1; $global:x = 2; $local:x = 3; $private:x = 4; $env:x = 5").facts
        #expect(facts.assignments(to: "X").map { $0.value?.text } == ["1", "2", "3", "4"])
        #expect(facts.assignments(to: "env:x").map { $0.value?.text } == ["5"])
    }

    @Test func originsAreTold() throws {
        func origin(_ text: String) throws -> String {
            switch try #require(Script(text).facts.assignments(to: "x").first).origin {
            case .assignment: "assignment"
            case .parameter(let parameter): "parameter " + parameter.variable.name
            case .loop: "loop"
            case .file: "file"
            case .other: "other"
            }
        }
        #expect(try origin("$x = 1") == "assignment")
        #expect(try origin("param($x = 1)") == "parameter x")
        #expect(try origin("foreach ($x in $y) { }") == "loop")
        #expect(try origin("$x, $y = 1, 2") == "other")
        #expect(try origin("Set-Variable x 1") == "other")
    }
}
