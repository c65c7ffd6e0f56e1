import PowerShellSyntax
import Testing

@testable import PowerShellAnalysis

/// Which argument of a call reaches which parameter.
@Suite struct ArgumentBindingTests {
    static let signature = CommandSignature([
        .init("To", position: 0), .init("Subject", aliases: ["sub"], position: 1), .init("Body", position: 2), .init("Cc"),
        .init("Html", isSwitch: true),
    ])

    /// `Parameter=argument` for all that is bound, in order of the names.
    private func bind(_ text: String) throws -> [String] {
        let call = try Script(text).bind("send", Self.signature)
        return call.parameters.sorted().map { name in
            switch call[name]!.value {
            case .expression(let expression): "\(name)=\(expression.text)"
            case .present: name
            case .entry(let entry, of: let splat): "\(name)=@\(splat.variable.variablePath).\(entry.key)"
            case .defaultValue(let expression): "\(name)~\(expression.text)"
            }
        }
    }

    @Test(
        arguments: [
            ("send", []),
            ("send a b c", ["Body=c", "Subject=b", "To=a"]),
            ("send -To a -Subject b", ["Subject=b", "To=a"]),
            ("send b -To a", ["Subject=b", "To=a"]),
            ("send a -sub b c", ["Body=c", "Subject=b", "To=a"]),
            ("send -t a -su b -b c", ["Body=c", "Subject=b", "To=a"]),
            ("send -To:a -Cc: b", ["Cc=b", "To=a"]),
            ("send -Html a", ["Html", "To=a"]),
            ("send -Html:$false a", ["Html=$false", "To=a"]),
            ("send -To a, b", ["To=a, b"]),
            ("send -To `\n  a `\n  b", ["Subject=b", "To=a"]),
            ("send -To (Get-Content f) -Body $x.Text", ["Body=$x.Text", "To=(Get-Content f)"]),
            ("send -To a -ErrorAction Stop -Verbose", ["ErrorAction=Stop", "To=a", "Verbose"]),
            ("$p = @{ To = 'a'; Sub = 'b' }; send @p", ["Subject=@p.Sub", "To=@p.To"]),
            ("$p = @{ To = 'a' }; send @p b -Cc c", ["Cc=c", "Subject=b", "To=@p.To"]),
            ("$p = @{ To = 'a' }; $q = @{ Cc = 'b' }; send @p @q", ["Cc=@q.Cc", "To=@p.To"]),
            ("$PSDefaultParameterValues['send:Cc'] = 'c'; send a", ["Cc~'c'", "To=a"]),
            ("$PSDefaultParameterValues['send:Cc'] = 'c'; send a -Cc d", ["Cc=d", "To=a"]),
        ] as [(String, [String])])
    func bound(_ text: String, _ expected: [String]) throws {
        #expect(try bind(text) == expected)
    }

    @Test(
        arguments: [
            ("send -Nothing a", "-Nothing is no parameter of this command"),
            ("send -To a -t b", "-To is given twice"),
            ("send -To", "-To has no value"),
            ("send -To -Subject b", "-To has no value"),
            ("send a b c d", "nothing takes the argument d"),
            ("send @p", "@p is not set in this script"),
            ("$p = @{ Nothing = 1 }; send @p", "Nothing of @p is no parameter of this command"),
            ("$p = @{ To = 'a' }; send @p -To b", "-To is given twice"),
            ("send -Error Stop", "-Error could be -ErrorAction or -ErrorVariable"),
        ] as [(String, String)])
    func refused(_ text: String, _ reason: String) {
        #expect { try bind(text) } throws: { ($0 as? Undecided)?.reason == reason }
    }
}
