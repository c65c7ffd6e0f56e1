import PowerShellSyntax
import Testing

@testable import MailMigration

/// When TLS 1.2 has to be set, and where the line goes.
@Suite struct TransportLayerSecurityTests {
    /// The script as it becomes, without its sign-in.
    private func migrated(_ text: String) throws -> String {
        try outline(text).replacing("connect\n", with: "")
    }

    // MARK: Where

    @Test func atTheTopOfTheCode() throws {
        #expect(try migrated("Get-Report\nsend\n") == "tls\n\nGet-Report\nsend\n")
        #expect(try migrated("send\n") == "tls\n\nsend\n")
    }

    @Test(arguments: [
        "#Requires -Version 5.1\n", "#requires -modules A\n#Requires -Version 5.1\n", "<#\n.SYNOPSIS\nReports.\n#>\n",
        "# Reports.\n# By me.\n",
        "#!/usr/bin/env pwsh\n",
    ])
    func belowTheHead(_ head: String) throws {
        #expect(try migrated(head + "\nGet-Report\nsend\n") == head + "\ntls\n\nGet-Report\nsend\n")
        #expect(try migrated(head + "Get-Report\nsend\n") == head + "\ntls\n\nGet-Report\nsend\n")
    }

    @Test(arguments: [
        "param($x)\n", "[CmdletBinding()]\nparam(\n    [string]$x\n)\n", "using namespace System.IO\n",
        "using module A\nusing namespace B\nparam($x)\n",
        "<# .SYNOPSIS Reports. #>\nparam($x)\n", "#Requires -Version 5.1\nparam($x)\n",
    ])
    func belowParametersAndUsing(_ head: String) throws {
        #expect(try migrated(head + "\nGet-Report\nsend\n") == head + "\ntls\n\nGet-Report\nsend\n")
        #expect(try migrated(head + "Get-Report\nsend\n") == head + "\ntls\n\nGet-Report\nsend\n")
    }

    @Test func commentsStayWithTheirStatement() throws {
        #expect(try migrated("# Reports.\n\n# Make it\nGet-Report\nsend\n") == "# Reports.\n\ntls\n\n# Make it\nGet-Report\nsend\n")
        #expect(
            try migrated("<#\n.SYNOPSIS\nMakes it.\n#>\nfunction Get-It { }\nsend\n")
                == "tls\n\n<#\n.SYNOPSIS\nMakes it.\n#>\nfunction Get-It { }\nsend\n")
    }

    @Test func intoBegin() throws {
        let text = "param($x)\nbegin {\n    $y = 1\n}\nprocess {\n    Get-Report\n}\nend {\n    send\n}\n"
        #expect(try migrated(text).contains("begin {\n    tls\n    $y = 1\n}"))
        let single = "begin { $y = 1 }\nend {\n    send\n}\n"
        #expect(try migrated(single).contains("begin { tls; $y = 1 }"))
        let noBegin = "process {\n    Get-Report\n}\nend {\n    send\n}\n"
        #expect(try migrated(noBegin).contains("process {\n    tls\n    Get-Report\n}"))
    }

    @Test func aboveTheFunctionsOfAModule() throws {
        let text = "function Send-Report {\n    param($x)\n    send\n}\nExport-ModuleMember Send-Report\n"
        #expect(try migrated(text).hasPrefix("tls\n\nfunction Send-Report {\n"))
    }

    @Test(arguments: ["Start-Job", "Invoke-Command -ComputerName x", "Invoke-Command -Session $s -ScriptBlock"])
    func intoABlockThatRunsElsewhere(_ command: String) throws {
        #expect(try migrated("\(command) {\n    Get-Report\n    send\n}\n").hasPrefix("\(command) {\n    tls\n    Get-Report\n"))
        #expect(try migrated("\(command) {\n    param($x)\n    send\n}\n").hasPrefix("\(command) {\n    param($x)\n    tls\n"))
        #expect(try migrated("\(command) { send }\n").hasPrefix("\(command) {"))
    }

    /// Code that begins on the line of the brace is not run into.
    @Test func intoABlockThatBeginsOnTheLineOfItsBrace() throws {
        #expect(try migrated("Start-Job { send\n}\n").hasPrefix("Start-Job { tls; "))
        #expect(try migrated("Start-Job { Get-Report\n    send\n}\n").hasPrefix("Start-Job { tls; Get-Report\n"))
        #expect(try migrated("Start-Job { param($x) Get-Report\n    send\n}\n").hasPrefix("Start-Job { param($x) tls; Get-Report\n"))
        #expect(try migrated("Start-Job { # Mails\n    send\n}\n").hasPrefix("Start-Job {\n    tls # Mails\n"))
        #expect(try migrated("begin { Get-Report\n}\nend {\n    send\n}\n").hasPrefix("begin { tls; Get-Report\n}\n"))
    }

    @Test func inBothWhereBothSend() throws {
        let text = "send\nInvoke-Command -ComputerName x {\n    send\n}\n"
        #expect(try migrated(text).ranges(of: "tls").count == 2)
    }

    @Test func onceForSeveralSends() throws {
        #expect(try migrated("send\nfunction f {\n    send\n}\n$x | ForEach-Object -Parallel { send }\n").ranges(of: "tls").count == 1)
    }

    // MARK: Set already

    @Test(arguments: [
        "[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12",
        "[System.Net.ServicePointManager]::SecurityProtocol = [System.Net.SecurityProtocolType]::Tls12",
        "[Net.ServicePointManager]::SecurityProtocol = 'Tls12'",
        "[Net.ServicePointManager]::SecurityProtocol = \"Tls11, Tls12\"",
        "[Net.ServicePointManager]::SecurityProtocol = 3072",
        "[Net.ServicePointManager]::SecurityProtocol = [Enum]::ToObject([Net.SecurityProtocolType], 3072)",
        "[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls13",
        "[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12 -bor [Net.SecurityProtocolType]::Tls13",
        "[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12",
        "[Net.ServicePointManager]::SecurityProtocol += 'tls12'",
        "$protocol = 'Tls12'\n[Net.ServicePointManager]::SecurityProtocol = $protocol",
    ])
    func staysAsItIs(_ setting: String) throws {
        #expect(try migrated("Get-Report\n\(setting)\nsend\n").hasPrefix("Get-Report\n"))
        let text = try Outline("Get-Report\n\(setting)\nsend\n").after.string
        #expect(text.hasPrefix("Get-Report\n\(setting)\n"))
        #expect(text.ranges(of: "]::SecurityProtocol =").count <= 1)
    }

    @Test(arguments: [
        "[Net.SecurityProtocolType]::Tls", "[Net.SecurityProtocolType]::Ssl3", "'Tls11'", "'Ssl3, Tls'",
        "[Net.SecurityProtocolType]::Tls -bor 'Tls11'",
    ])
    func whatIsTooOldIsRaised(_ value: String) throws {
        #expect(try migrated("Get-Report\n[Net.ServicePointManager]::SecurityProtocol = \(value)\nsend\n") == "Get-Report\ntls\nsend\n")
    }

    @Test func whatIsSetTooLateIsNotEnough() throws {
        let late = "send\n[Net.ServicePointManager]::SecurityProtocol = 'Tls12'\n"
        #expect(try migrated(late).hasPrefix("tls\n\nsend\n"))
        let elsewhere = "[Net.ServicePointManager]::SecurityProtocol = 'Tls12'\nInvoke-Command -ComputerName x {\n    send\n}\n"
        #expect(try migrated(elsewhere).contains("x {\n    tls\n"))
    }

    @Test func theLastSettingCounts() throws {
        let set = "[Net.ServicePointManager]::SecurityProtocol = "
        #expect(try migrated("\(set)'Tls12'\n\(set)'Tls'\nsend\n") == "\(set)'Tls12'\ntls\nsend\n")
        #expect(try migrated("\(set)'Tls'\n\(set)'Tls12'\nsend\n") == "\(set)'Tls'\n\(set)'Tls12'\nsend\n")
    }

    @Test func functionsRunAfterTheScriptHasSetIt() throws {
        let text = "function f {\n    send\n}\n[Net.ServicePointManager]::SecurityProtocol = 'Tls12'\nf\n"
        #expect(try !migrated(text).contains("tls\n"))
    }

    // MARK: Relays

    @Test func aScriptThatOnlyUsesARelayIsLeftAlone() throws {
        let relay = "Send-MailMessage -From a@contoso.com -To b@contoso.com -Subject s -SmtpServer relay.contoso.com\n"
        for scope in MigrationOptions.Scope.allCases {
            let result = try Outline(relay, options: MigrationOptions(scope: scope))
            #expect(result.migration.edits == [])
            #expect(result.migration.findings.map(\.outcome) == [.stays])
        }
        let both = try Outline(relay + "send\n")
        #expect(try both.text.hasPrefix("tls\n\nSend-MailMessage"))
        #expect(both.migration.findings.flatMap(\.notes).contains { $0.contains("relay") })
    }

    // MARK: Only TLS

    @Test func onlyTLS() throws {
        func secured(_ text: String) throws -> Outline { try Outline(text, options: MigrationOptions(scope: .tls)) }
        let added = try secured("Get-Report\nsend\n")
        #expect(try added.text == "tls\n\nGet-Report\nsmtp\n")
        #expect(added.migration.findings.map(\.outcome) == [.secured])
        #expect(added.migration.findings[0].message == "Stays on SMTP AUTH; TLS 1.2 is set before it.")
        let raised = try secured("[Net.ServicePointManager]::SecurityProtocol = 'Tls'\nsend\n")
        #expect(try raised.text == "tls\nsmtp\n")
        #expect(raised.migration.findings[0].message == "Stays on SMTP AUTH; the TLS setting is raised to 1.2.")
        let there = try secured("[Net.ServicePointManager]::SecurityProtocol = 'Tls12'\nsend\n")
        #expect(there.migration.edits == [])
        #expect(there.migration.findings[0].message == "Stays on SMTP AUTH; TLS 1.2 is set already.")
    }
}
