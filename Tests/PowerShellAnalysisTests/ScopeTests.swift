import PowerShellSyntax
import Testing

@testable import PowerShellAnalysis

/// Whose variables a command reads and sets.
@Suite struct ScopeTests {
    /// The text of the scope that `probe` is in; nil for the script's.
    private func scope(_ text: String) throws -> String? {
        let scope = try Script(text).command("probe").node.enclosingScope
        return scope.node.parent == nil ? nil : scope.text
    }

    @Test(arguments: [
        "probe",
        "if ($x) { foreach ($y in $x) { try { probe } catch { } } }",
        "$x | ForEach-Object { probe }",
        "$x | ForEach-Object -Process { probe }",
        "$x | % { if ($_) { probe } }",
        "$x | Where-Object { probe }",
        "1 | ForEach-Object { 2 | ? { probe } }",
    ])
    func statementsAndPipelineBlocksHaveTheScopeOfTheirCaller(_ text: String) throws {
        #expect(try scope(text) == nil)
    }

    @Test(
        arguments: [
            ("function f { probe }", "{ probe }"),
            ("filter f { if ($_) { probe } }", "{ if ($_) { probe } }"),
            ("& { probe }", "{ probe }"),
            ("Start-Job -ScriptBlock { probe }", "{ probe }"),
            ("$x | ForEach-Object -Parallel { probe }", "{ probe }"),
            ("function f { function g { probe } }", "{ probe }"),
            ("function f { $x | % { probe } }", "{ $x | % { probe } }"),
        ] as [(String, String)])
    func functionsAndOtherBlocksHaveTheirOwn(_ text: String, scope expected: String) throws {
        #expect(try scope(text) == expected)
    }

    @Test func innermostFunction() throws {
        #expect(try Script("function f { function g { probe } }").command("probe").node.enclosingFunction?.name == "g")
        #expect(try Script("probe").command("probe").node.enclosingFunction == nil)
    }

    @Test func statementOfABlock() throws {
        let place = try Script("if ($x) { 1; $y = @(probe | sort) }").command("probe").node.enclosingBlockStatement
        #expect(place?.statement.text == "probe | sort")
        #expect(try Script("1; probe").command("probe").node.enclosingBlockStatement?.statement.text == "probe")
    }

    @Test func commandThatReceivesABlock() throws {
        func receiver(_ text: String) throws -> String? {
            try Script(text).command("probe").node.enclosing(ScriptBlock.self)?.receivingCommand?.name
        }
        #expect(try receiver("foo { probe }") == "foo")
        #expect(try receiver("foo -Block { probe }") == "foo")
        #expect(try receiver("foo -Block:{ probe }") == "foo")
        #expect(try receiver("$x = { probe }") == nil)
        #expect(try receiver("function f { probe }") == nil)
    }

    @Test func parametersByAbbreviation() throws {
        let command = try Script("probe -Par 1 -ComputerName x").command("probe")
        #expect(command.hasParameter("Parallel"))
        #expect(command.hasParameter("ComputerName"))
        #expect(!command.hasParameter("Session"))
        // One letter is too little to tell.
        #expect(try !Script("probe -p 1").command("probe").hasParameter("Parallel"))
    }
}
