import PowerShellSyntax
import Testing

@testable import PowerShellAnalysis

/// Which command a name means.
@Suite struct CommandNamesTests {
    /// What the last command of a script comes to.
    private func meaning(_ text: String) throws -> CommandNames.Resolution {
        let script = Script(text)
        return CommandNames(script.tree).resolve(
            try #require(script.tree.all(Command.self).last), module: "Contoso.Mail", facts: script.facts)
    }

    @Test(arguments: [
        "Send-It", "& 'Send-It'", ". Send-It", "& \"Send-It\"", "Contoso.Mail\\Send-It", "contoso.mail\\Send-It",
        "Set-Alias si Send-It; si", "New-Alias -Name si -Value Send-It; SI", "Set-Alias -Value Send-It -Name 'si'; si",
        "sal si Send-It; si",
        "nal -Force si Send-It; si", "Set-Alias si Contoso.Mail\\Send-It; si", "Set-Alias a Send-It; Set-Alias b a; b",
        "Set-Alias -Name:si -Value:Send-It; si", "Set-Alias si Send-It -Scope Script -Description 'short'; si",
        "Set-Alias -PassThru si Send-It; si", "Microsoft.PowerShell.Utility\\Set-Alias si Send-It; si", "Set-Item alias:si Send-It; si",
        "New-Item -Path Alias:\\si -Value Send-It; si", "${alias:si} = 'Send-It'; si", "$name = 'Send-It'; & $name",
        "$name = 'si'; sal si Send-It; & $name",
    ])
    func commands(_ text: String) throws {
        #expect(try meaning(text) == .command("Send-It"))
    }

    @Test(arguments: [
        "function Send-It { }; Send-It", "function global:Send-It { }; send-it", "function Send-It { }; & 'script:Send-It'",
        "filter Send-It { }; Send-It",
        "Send-It; function Send-It { }; Send-It",
    ])
    func ownFunctions(_ text: String) throws {
        guard case .ownFunction = try meaning(text) else {
            Issue.record("\(text) calls its own function")
            return
        }
    }

    @Test func aQualifiedNamePassesOwnFunctionsBy() throws {
        #expect(try meaning("function Send-It { }; Contoso.Mail\\Send-It") == .command("Send-It"))
        #expect(try meaning("Fabrikam\\Send-It") == .otherModule("Fabrikam"))
        #expect(try meaning("Set-Alias si Fabrikam\\Send-It; si") == .otherModule("Fabrikam"))
    }

    @Test func aliasesGoBeforeFunctions() throws {
        #expect(try meaning("function si { }; Set-Alias si Send-It; si") == .command("Send-It"))
        #expect(try meaning("function Send-It { }; Set-Alias si Send-It; si") == .ownFunction("Send-It"))
    }

    @Test func namesThatOnlyARunTells() throws {
        #expect(try meaning("& $name") == .unknown)
        #expect(try meaning("& { 1 }") == .unknown)
        #expect(try meaning("Set-Alias $name Send-It; Send-It") == .command("Send-It"))
    }

    @Test func aliasesOfEachOtherEnd() throws {
        guard case .command = try meaning("Set-Alias a b; Set-Alias b a; a") else {
            Issue.record("no end")
            return
        }
    }

    @Test func scopesOfNames() {
        #expect("Script:Send-It".unscoped == "Send-It")
        #expect("Send-It".unscoped == "Send-It")
    }
}
