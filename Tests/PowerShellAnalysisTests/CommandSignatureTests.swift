import Testing

@testable import PowerShellAnalysis

/// How a written name finds its parameter.
@Suite struct CommandSignatureTests {
    private static let signature = CommandSignature([
        .init("Subject", aliases: ["sub"]), .init("SmtpServer", aliases: ["ComputerName"]), .init("Port"), .init("Priority"),
        .init("BodyAsHtml", aliases: ["BAH"], isSwitch: true), .init("Body"),
    ])

    /// The parameter that a name means, or all that it could mean.
    private func match(_ name: String) -> [String] {
        switch Self.signature.match(name) {
        case .parameter(let parameter): [parameter.name]
        case .ambiguous(let names): names
        case .none: []
        }
    }

    @Test(
        arguments: [
            ("Subject", "Subject"), ("SUBJECT", "Subject"), ("sub", "Subject"), ("su", "Subject"), ("sm", "SmtpServer"),
            ("Comp", "SmtpServer"),
            ("po", "Port"), ("bah", "BodyAsHtml"), ("BodyA", "BodyAsHtml"), ("ErrorAction", "ErrorAction"), ("ea", "ErrorAction"),
            ("errorv", "ErrorVariable"), ("v", "Verbose"), ("vb", "Verbose"),
        ] as [(String, String)])
    func found(_ name: String, _ parameter: String) {
        #expect(match(name) == [parameter])
    }

    @Test func aWholeNameIsNotAmbiguous() {
        #expect(match("Body") == ["Body"])
        #expect(match("Bod") == ["BodyAsHtml", "Body"])
    }

    @Test func ambiguous() {
        #expect(match("s") == ["Subject", "SmtpServer"])
        #expect(Set(match("p")).isSuperset(of: ["Port", "Priority"]))
        #expect(match("Error") == ["ErrorAction", "ErrorVariable"])
    }

    @Test func theCommandsOwnGoBeforeCommonOnes() {
        #expect(CommandSignature([.init("Everyone")]).match("e").name == "Everyone")
        #expect(CommandSignature([.init("Different")]).match("d").name == "Different")
    }

    @Test func none() {
        #expect(match("Subjects") == [])
        #expect(match("Cc") == [])
    }
}

extension CommandSignature.Match {
    fileprivate var name: String? { if case .parameter(let parameter) = self { parameter.name } else { nil } }
}
