import PowerShellSyntax
import Testing

@testable import PowerShellAnalysis

/// What `$PSDefaultParameterValues` gives to a command.
@Suite struct DefaultParameterValuesTests {
    /// `Parameter=value` for all that a call of `Send-It` gets.
    private func values(_ text: String, call: String = "; Send-It") throws -> [String] {
        try Script(text + call).defaults(for: "Send-It").map { "\($0.parameter)=\($0.value.text)" }
    }

    @Test(
        arguments: [
            ("$PSDefaultParameterValues = @{ 'Send-It:From' = 'a'; 'Get-It:From' = 'b' }", ["From='a'"]),
            ("$PSDefaultParameterValues['send-it:From'] = 'a'", ["From='a'"]),
            ("$a = 'x'; $PSDefaultParameterValues[\"Send-It:From\"] = $a", ["From=$a"]),
            ("$global:PSDefaultParameterValues['Send-It:From'] = 'a'", ["From='a'"]),
            ("$PSDefaultParameterValues.'Send-It:From' = 'a'", ["From='a'"]),
            ("$PSDefaultParameterValues.Add('Send-It:From', 'a')", ["From='a'"]),
            ("$PSDefaultParameterValues += @{ 'Send-It:From' = 'a' }", ["From='a'"]),
            ("$PSDefaultParameterValues['Send-*:From'] = 'a'", ["From='a'"]),
            ("$PSDefaultParameterValues['*:From'] = 'a'", ["From='a'"]),
            ("$PSDefaultParameterValues['Send-I?:From'] = 'a'", ["From='a'"]),
            ("$PSDefaultParameterValues['Send-It : From '] = 'a'", ["From='a'"]),
            (
                "$PSDefaultParameterValues['Send-It:To'] = 'a', 'b'; $PSDefaultParameterValues['Send-It:Html'] = $true",
                ["To='a', 'b'", "Html=$true"]
            ),
            ("$PSDefaultParameterValues['Get-*:From'] = 'a'", []),
            ("Write-Host $PSDefaultParameterValues['Send-It:From']", []),
            ("if ($PSDefaultParameterValues.ContainsKey('Send-It:From')) { 1 }", []),
        ] as [(String, [String])])
    func given(_ text: String, _ expected: [String]) throws {
        #expect(try values(text) == expected)
    }

    @Test(arguments: [
        "$PSDefaultParameterValues = Get-Settings", "$PSDefaultParameterValues[$key] = 'a'", "$PSDefaultParameterValues.Add($key, 'a')",
        "$PSDefaultParameterValues['Send-It:From'] = Get-Sender", "$PSDefaultParameterValues['Disabled'] = $true",
        "$PSDefaultParameterValues['Send-It:From'] = 'a'; $PSDefaultParameterValues['Send-It:From'] = 'b'",
        "$PSDefaultParameterValues['Send-It:From'] = 'a'; $PSDefaultParameterValues.Remove('Send-It:From')",
        "$PSDefaultParameterValues['Send-It:From'] = 'a'; $PSDefaultParameterValues.Clear()",
        "$PSDefaultParameterValues = @{ 'Send-It:From' = 'a' }; $PSDefaultParameterValues = @{ 'Send-It:To' = 'b' }",
        "if ($x) { $PSDefaultParameterValues['Send-It:From'] = 'a' }", "$a = 'x'; $PSDefaultParameterValues['Send-It:From'] = $a; $a = 'y'",
    ])
    func unclear(_ text: String) {
        #expect(throws: Undecided.self) { try values(text) }
    }

    @Test func whatComesLaterIsNotThereYet() throws {
        #expect(try values("Send-It; $PSDefaultParameterValues['Send-It:From'] = 'a'", call: "") == [])
        #expect(try values("function f { Send-It }; $PSDefaultParameterValues['Send-It:From'] = 'a'; f", call: "") == ["From='a'"])
    }

    @Test(
        arguments: [
            ("*", "", true), ("*", "abc", true), ("a*c", "abc", true), ("a*c", "ac", true), ("a*c", "acb", false), ("a?c", "abc", true),
            ("a?c", "ac", false), ("A", "a", true), ("", "", true), ("", "a", false), ("**b*", "abc", true), ("*a*a*", "banana", true),
        ] as [(String, String, Bool)])
    func wildcards(_ pattern: String, _ text: String, _ matches: Bool) {
        #expect(wildcardMatch(pattern, text) == matches)
    }
}
