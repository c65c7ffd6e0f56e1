import PowerShellSyntax
import Testing

@testable import MailMigration

/// Where a migrated script signs in. `tls` always stands in front, which is another suite's matter.
@Suite struct SignInPlacementTests {
    /// What the script becomes, without the TLS line and the blank line behind it.
    private func migrated(_ text: String, _ target: Target = .sendMgUserMail) throws -> String {
        try outline(text, target).replacing("tls\n\n", with: "").replacing("tls; ", with: "")
    }

    // MARK: Once, before the first send

    @Test func rightBeforeTheOnlySend() throws {
        #expect(try migrated("Get-Report\nsend\n") == "Get-Report\nconnect\nsend\n")
    }

    @Test func onceForSeveral() throws {
        #expect(try migrated("send\nGet-Report\nsend\n") == "connect\nsend\nGet-Report\nsend\n")
    }

    @Test func onEveryWayToTheSends() throws {
        #expect(
            try migrated(
                """
                Get-Report
                if ($x) {
                    send
                } else {
                    send
                }

                """) == """
                    Get-Report
                    connect
                    if ($x) {
                        send
                    } else {
                        send
                    }

                    """)
    }

    @Test func insideTheOnlyBranchThatSends() throws {
        #expect(
            try migrated(
                """
                if ($x) {
                    Get-Report
                    send
                }

                """) == """
                    if ($x) {
                        Get-Report
                        connect
                        send
                    }

                    """)
    }

    // MARK: Loops

    @Test(arguments: [
        "foreach ($x in $y) {\n    send\n}\n", "for ($i = 0; $i -lt 3; $i++) {\n    send\n}\n", "while ($x) {\n    send\n}\n",
        "do {\n    send\n} until ($x)\n", "$y | ForEach-Object {\n    send\n}\n",
        "foreach ($x in $y) {\n    if ($x) {\n        send\n    }\n}\n",
    ])
    func outsideOfLoops(_ loop: String) throws {
        #expect(try migrated("Get-Report\n" + loop) == "Get-Report\nconnect\n" + loop)
    }

    /// A token lives for an hour: a loop that may run for longer gets one for each turn.
    @Test func tokensAreRenewedInLoopsWithoutAnEnd() throws {
        #expect(try migrated("while ($true) {\n    send\n    Start-Sleep 3600\n}\n", .invokeRestMethod).contains("{\n    token\n"))
        #expect(try migrated("do {\n    send\n} while ($true)\n", .invokeRestMethod).contains("{\n    token\n"))
        #expect(try migrated("for (;;) {\n    send\n}\n", .invokeRestMethod).contains("{\n    token\n"))
        #expect(try migrated("foreach ($x in $y) {\n    send\n}\n", .invokeRestMethod).hasPrefix("token\nforeach"))
    }

    // MARK: Functions

    @Test func inTheFunctionThatSends() throws {
        #expect(
            try migrated(
                """
                function Send-Report {
                    send
                }
                Send-Report

                """) == """
                    function Send-Report {
                        if (-not (Get-MgContext)) { connect }
                        send
                    }
                    Send-Report

                    """)
    }

    @Test func inEachFunctionAndInTheScript() throws {
        #expect(
            try migrated(
                """
                function A {
                    send
                }
                function B {
                    send
                }
                send

                """) == """
                    function A {
                        if (-not (Get-MgContext)) { connect }
                        send
                    }
                    function B {
                        if (-not (Get-MgContext)) { connect }
                        send
                    }
                    if (-not (Get-MgContext)) { connect }
                    send

                    """)
    }

    @Test func aTokenIsGotForEachCallOfAFunction() throws {
        #expect(try migrated("function A {\n    send\n}\nA\n", .invokeRestMethod).contains("function A {\n    token\n"))
    }

    @Test(arguments: ["class A {\n    [void] Send() {\n        send\n    }\n}\n", "$block = {\n    send\n}\n& $block\n"])
    func whatIsCalledLaterSignsInForItself(_ text: String) throws {
        #expect(try migrated(text).contains("if (-not (Get-MgContext)) {"))
    }

    @Test(arguments: ["& {\n    send\n}\n", ". {\n    send\n}\n", "Invoke-Command {\n    send\n}\n", "Measure-Command {\n    send\n}\n"])
    func whatRunsAtOnceIsPartOfTheScript(_ text: String) throws {
        #expect(try !migrated(text).contains("Get-MgContext"))
    }

    /// What a handler never saw it still does not see: a failing sign-in is reported like a failing send.
    @Test func guardedWhereAHandlerWouldSeeItFail() throws {
        #expect(
            try migrated("try {\n    send\n} catch { 1 }\n")
                == "try {\n    try { connect } catch { Write-Error -ErrorRecord $_ }\n    send\n} catch { 1 }\n")
        #expect(
            try migrated("try {\n    send -ErrorAction Stop\n} catch { 1 }\n")
                == "try {\n    connect\n    send -ErrorAction Stop\n} catch { 1 }\n")
    }

    // MARK: Other processes and machines

    @Test(arguments: [
        "Start-Job", "Start-Job -ScriptBlock", "Invoke-Command -ComputerName x", "Invoke-Command -Session $s", "icm -Cn x",
        "Invoke-Command -HostName x",
    ])
    func inTheBlockThatRunsElsewhere(_ command: String) throws {
        let result = try migrated("Get-Report\n\(command) {\n    send\n}\n")
        #expect(result.contains("{\n    tls\n    connect\n    ") || result.contains("{\n    tls\n\n    connect\n    "))
        #expect(result.hasPrefix("Get-Report\n\(command) {"))
    }

    @Test func besideTheScript() throws {
        let block = "$x | ForEach-Object -Parallel {\n    send\n}\n"
        #expect(try migrated(block) == "connect\n" + block)
        #expect(try migrated(block, .sendMgUserMessage).hasPrefix("connect\n"))
        // A variable of the script does not reach into its runspaces.
        #expect(try migrated(block, .invokeRestMethod).contains("{\n    token\n"))
        let thread = "Start-ThreadJob {\n    send\n}\n"
        #expect(try migrated(thread, .invokeRestMethod).contains("{\n    token\n"))
    }

    // MARK: Other sign-ins of the script

    @Test(arguments: ["Connect-ExchangeOnline", "Connect-AzAccount -Identity", "Connect-PnPOnline -Url $url"])
    func beforeAnotherMicrosoftModule(_ command: String) throws {
        let text = "Import-Module Contoso\n\(command)\nGet-Report\nsend\n"
        #expect(try migrated(text) == text.replacing(command, with: "connect\n" + command))
        #expect(try migrated(text, .invokeRestMethod).contains("Get-Report\ntoken\n"))
    }

    @Test func beforeTheBlockOfAnotherSignIn() throws {
        #expect(
            try migrated("if ($x) {\n    Connect-ExchangeOnline\n}\nsend\n") == "connect\nif ($x) {\n    Connect-ExchangeOnline\n}\nsend\n")
    }

    @Test func aSessionOfItsOwnIsUsed() throws {
        let text = "Connect-MgGraph -Scopes 'User.Read'\nsend\n"
        let result = try Outline(text)
        #expect(result.after.string.contains("Connect-MgGraph -Scopes 'User.Read', 'Mail.Send'\n"))
        #expect(result.after.string.ranges(of: "Connect-MgGraph").count == 1)
        #expect(try Outline(text, .sendMgUserMessage).after.string.contains("-Scopes 'User.Read', 'Mail.ReadWrite', 'Mail.Send'\n"))
        #expect(try Outline("Connect-MgGraph -Scopes Mail.Send\nsend\n").after.string.contains("Connect-MgGraph -Scopes Mail.Send\n"))
        #expect(try Outline("Connect-MgGraph -Scopes @('User.Read')\nsend\n").after.string.contains("@('User.Read', 'Mail.Send')"))
    }

    @Test(arguments: [
        "Connect-MgGraph -Scopes $scopes", "Connect-MgGraph -ClientId $id -TenantId $tenant -CertificateThumbprint $thumb",
        "Connect-MgGraph -Identity",
    ])
    func aSessionThatCantBeReadIsNotTouched(_ connect: String) throws {
        let result = try Outline("\(connect)\nsend\n")
        #expect(result.migration.edits == [])
        #expect(result.migration.findings.map(\.outcome) == [.left])
        // A token of its own needs no session.
        #expect(try Outline("\(connect)\nsend\n", .invokeRestMethod).migration.findings.map(\.outcome) == [.moved])
    }

    @Test func noSignIn() throws {
        let options = MigrationOptions(target: .sendMgUserMail, signIn: SignIn(method: SignIn.Method.none))
        #expect(try Outline("send\n", options: options).text.contains("connect") == false)
    }
}
