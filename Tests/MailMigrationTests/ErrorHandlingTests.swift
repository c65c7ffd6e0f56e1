import PowerShellAnalysis
import PowerShellSyntax
import Testing

@testable import MailMigration

/// What the migrated code does where sending fails: the script goes on or stops as it did.
@Suite struct ErrorHandlingTests {
    /// The script as it becomes, without TLS and sign-in.
    private func migrated(_ text: String, _ target: Target) throws -> String {
        try outline(text, target).replacing("tls\n\n", with: "").replacing("connect\n", with: "").replacing("token\n", with: "")
    }

    private static let requests: [Target] = [.invokeRestMethod, .invokeMgGraphRequest]

    // MARK: By itself

    @Test func nothingIsPutAroundASendThatIsByItself() throws {
        #expect(try migrated("send\n", .sendMgUserMail) == "send\n")
        #expect(try migrated("send\n", .sendMgUserMessage) == "if ($draft = draft) {\n    post\n}\n")
        for target in Self.requests { #expect(try migrated("send\n", target) == "$null = request\n") }
    }

    /// In a block one missing file would not keep the others from going out.
    @Test func filesThatAreReadInABlockStopTheSendTogether() throws {
        #expect(try migrated("send -Attachments $files\n", .sendMgUserMail) == "try {\n    send\n} catch { Write-Error -ErrorRecord $_ }\n")
        #expect(try migrated("send -Attachments 'a.txt', 'b.txt'\n", .sendMgUserMail) == "send\n")
    }

    // MARK: -ErrorAction

    @Test(arguments: [
        "Stop", "Continue", "SilentlyContinue", "Ignore", "0", "$action", "'Stop'", "([Management.Automation.ActionPreference]::Stop)",
    ])
    func cmdletsTakeItAsItIs(_ action: String) throws {
        #expect(try migrated("send -ErrorAction \(action)\n", .sendMgUserMail) == "send -ErrorAction \(action)\n")
        #expect(try migrated("send -ea:\(action)\n", .sendMgUserMail) == "send -ErrorAction \(action)\n")
        #expect(
            try migrated("send -ErrorAction \(action)\n", .sendMgUserMessage)
                == "if ($draft = draft -ErrorAction \(action)) {\n    post -ErrorAction \(action)\n}\n")
    }

    @Test(arguments: ["Continue", "SilentlyContinue", "Ignore", "0", "$action"])
    func requestsThatThrowReportInstead(_ action: String) throws {
        for target in Self.requests {
            #expect(
                try migrated("send -ErrorAction \(action)\n", target)
                    == "if (message) {\n    try {\n        $null = request\n    } catch { Write-Error -ErrorRecord $_ -ErrorAction \(action) }\n}\n"
            )
        }
    }

    @Test(arguments: ["Stop", "'stop'", "$stop", "([System.Management.Automation.ActionPreference]::Stop)"])
    func requestsThatShouldStopEndTheScript(_ action: String) throws {
        for target in Self.requests {
            #expect(
                try migrated("$stop = 'Stop'\nsend -ErrorAction \(action)\n", target)
                    == "$stop = 'Stop'\nif (message) {\n    try {\n        $null = request\n    } catch { throw }\n}\n")
        }
    }

    // MARK: $ErrorActionPreference

    /// What a script sets does not reach the functions of a module.
    @Test func thePreferenceIsGivenToCmdlets() throws {
        #expect(
            try migrated("$ErrorActionPreference = 'Stop'\nsend\n", .sendMgUserMail)
                == "$ErrorActionPreference = 'Stop'\nsend -ErrorAction Stop\n")
        #expect(
            try migrated("function f {\n    send\n}\n$ErrorActionPreference = 'Stop'\nf\n", .sendMgUserMail).contains(
                "send -ErrorAction Stop\n"))
        #expect(
            try migrated("$ErrorActionPreference = 'Stop'\nsend\n", .invokeRestMethod)
                == "$ErrorActionPreference = 'Stop'\n$null = request\n")
    }

    @Test(arguments: [
        "$ErrorActionPreference = 'Continue'\nsend\n", "$ErrorActionPreference = 'Stop'\n$ErrorActionPreference = 'Continue'\nsend\n",
        "send\n$ErrorActionPreference = 'Stop'\n", "function g { $ErrorActionPreference = 'Stop' }\nsend\n",
    ])
    func otherPreferencesDoNotMatter(_ text: String) throws {
        #expect(try migrated(text, .sendMgUserMail) == text)
    }

    @Test func otherPreferencesAreGivenToo() throws {
        let silent = "$ErrorActionPreference = 'SilentlyContinue'\n"
        #expect(try migrated(silent + "send\n", .sendMgUserMail) == silent + "send -ErrorAction SilentlyContinue\n")
        let unknown = "$ErrorActionPreference = $x\n"
        #expect(try migrated(unknown + "send\n", .sendMgUserMail) == unknown + "send -ErrorAction $ErrorActionPreference\n")
    }

    @Test func whatTheCallSaysGoesFirst() throws {
        #expect(
            try migrated("$ErrorActionPreference = 'Stop'\nsend -ErrorAction Continue\n", .sendMgUserMail)
                == "$ErrorActionPreference = 'Stop'\nsend -ErrorAction Continue\n")
    }

    // MARK: try and trap

    @Test func aTryThatNeverSawASendStillDoesNot() throws {
        for target in Self.requests {
            #expect(
                try migrated("try {\n    send\n} catch { 1 }\n", target)
                    .hasSuffix(
                        "    if (message) {\n        try {\n            $null = request\n        } catch { Write-Error -ErrorRecord $_ }\n    }\n} catch { 1 }\n"
                    ))
            #expect(try migrated("trap { 1 }\nsend\n", target).contains("catch { Write-Error -ErrorRecord $_ }"))
            #expect(
                try migrated("function f {\n    send\n}\ntry { f } catch { 1 }\n", target).contains("catch { Write-Error -ErrorRecord $_ }")
            )
        }
        #expect(try migrated("try {\n    send\n} catch { 1 }\n", .sendMgUserMail).hasSuffix("    send\n} catch { 1 }\n"))
    }

    @Test func aTryThatSawItStillDoes() throws {
        for target in Self.requests {
            #expect(
                try migrated("try {\n    send -ErrorAction Stop\n} catch { 1 }\n", target).hasSuffix("    $null = request\n} catch { 1 }\n")
            )
        }
        #expect(
            try migrated("try {\n    send -ErrorAction Stop\n} catch { 1 }\n", .sendMgUserMessage)
                .hasSuffix("    if ($draft = draft -ErrorAction Stop) {\n        post -ErrorAction Stop\n    }\n} catch { 1 }\n"))
    }

    // MARK: -ErrorVariable and $?

    @Test func errorVariables() throws {
        #expect(try migrated("send -ErrorVariable e\n", .sendMgUserMail) == "send -ErrorVariable e\n")
        #expect(
            try migrated("send -ev e\n", .sendMgUserMessage) == "if ($draft = draft -ErrorVariable e) {\n    post -ErrorVariable +e\n}\n")
        #expect(
            try migrated("send -ev +e\n", .sendMgUserMessage) == "if ($draft = draft -ErrorVariable +e) {\n    post -ErrorVariable +e\n}\n")
        for target in Self.requests {
            #expect(
                try migrated("send -ErrorVariable e\n", target)
                    == "if (message) {\n    try {\n        $null = request -ErrorVariable e\n    } catch { Write-Error -ErrorRecord $_ -ErrorVariable e }\n}\n"
            )
        }
    }

    @Test func successIsAsked() throws {
        #expect(
            try migrated("send\nif (-not $?) { 1 }\n", .sendMgUserMessage)
                == "if ($draft = draft) {\n    post\n} else { Write-Error -ErrorRecord $Error[0] -ErrorAction SilentlyContinue }\nif (-not $?) { 1 }\n"
        )
        #expect(try migrated("send\nif (-not $?) { 1 }\n", .sendMgUserMail) == "send\nif (-not $?) { 1 }\n")
        #expect(try migrated("send\nGet-Report\nif ($?) { 1 }\n", .sendMgUserMessage).contains("else") == false)
    }
}
