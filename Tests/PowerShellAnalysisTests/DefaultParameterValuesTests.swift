@testable import PowerShellAnalysis
import PowerShellSyntax
import Testing

/// What `$PSDefaultParameterValues` gives to a command.
@Suite struct DefaultParameterValuesTests {
    /// `Parameter=value` for all that `Send-It` gets.
    private func values(_ text: String) -> [String] {
        Script(text).defaults.values(for: "Send-It").map { "\($0.parameter)=\($0.value.text)" }
    }

    @Test(arguments: [
        ("$PSDefaultParameterValues = @{ 'Send-It:From' = 'a'; 'Get-It:From' = 'b' }", ["From='a'"]),
        ("$PSDefaultParameterValues['send-it:From'] = 'a'", ["From='a'"]),
        ("$PSDefaultParameterValues[\"Send-It:From\"] = $a", ["From=$a"]),
        ("$global:PSDefaultParameterValues['Send-It:From'] = 'a'", ["From='a'"]),
        ("$PSDefaultParameterValues.'Send-It:From' = 'a'", ["From='a'"]),
        ("$PSDefaultParameterValues.Add('Send-It:From', 'a')", ["From='a'"]),
        ("$PSDefaultParameterValues += @{ 'Send-It:From' = 'a' }", ["From='a'"]),
        ("$PSDefaultParameterValues['Send-*:From'] = 'a'", ["From='a'"]),
        ("$PSDefaultParameterValues['*:From'] = 'a'", ["From='a'"]),
        ("$PSDefaultParameterValues['Send-I?:From'] = 'a'", ["From='a'"]),
        ("$PSDefaultParameterValues['Get-*:From'] = 'a'", []),
        ("$PSDefaultParameterValues['Send-It:From'] = 'a'; $PSDefaultParameterValues['Send-It:From'] = 'b'", ["From='a'", "From='b'"]),
        ("Write-Host $PSDefaultParameterValues['Send-It:From']", []),
    ] as [(String, [String])])
    func given(_ text: String, _ expected: [String]) {
        #expect(values(text) == expected)
        #expect(!Script(text).defaults.isUnclear)
    }

    @Test(arguments: [
        "$PSDefaultParameterValues = Get-Settings", "$PSDefaultParameterValues[$key] = 'a'", "$PSDefaultParameterValues.Add($key, 'a')",
        "$PSDefaultParameterValues['Send-It:From'] = Get-Sender",
    ])
    func unclear(_ text: String) {
        #expect(Script(text).defaults.isUnclear)
    }

    @Test(arguments: [
        ("*", "", true), ("*", "abc", true), ("a*c", "abc", true), ("a*c", "ac", true), ("a*c", "acb", false), ("a?c", "abc", true),
        ("a?c", "ac", false), ("A", "a", true), ("", "", true), ("", "a", false), ("**b*", "abc", true), ("*a*a*", "banana", true),
    ] as [(String, String, Bool)])
    func wildcards(_ pattern: String, _ text: String, _ matches: Bool) {
        #expect(wildcardMatch(pattern, text) == matches)
    }
}
