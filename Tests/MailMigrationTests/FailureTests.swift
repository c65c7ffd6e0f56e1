import PowerShellSyntax
import TestSupport
import Testing

@testable import MailMigration

/// What scripts do when sending fails: as they are, and migrated.
@Suite(.enabled(if: PowerShellEngine.isPresent, "\(PowerShellEngine.absence)"))
struct FailureTests {
    /// Scripts that print how it went, `send` standing for a whole call.
    static let scripts = [
        "'before'\nsend\n'after'\n",
        "send\n\"success: $?\"\n",
        "send\nif (-not $?) { 'failed' } else { 'sent' }\n'after'\n",
        "send; if ($?) { 'sent' } else { 'failed' }\n",
        "$Error.Clear()\nsend\nif ($Error) { 'failed' }\n'after'\n",
        "foreach ($x in 1..3) {\n    send\n    \"turn $x\"\n}\n",
        // -ErrorAction
        "send -ErrorAction Stop\n'after'\n",
        "send -ErrorAction Continue\n'after'\n",
        "send -ErrorAction SilentlyContinue\n\"success: $?\"\n",
        "$Error.Clear()\nsend -ErrorAction SilentlyContinue\n\"errors: $($Error.Count -gt 0)\"\n",
        "send -ErrorAction Ignore\n'after'\n",
        "$action = 'Stop'\nsend -ErrorAction $action\n'after'\n",
        // -ErrorVariable
        "send -ErrorVariable e -ErrorAction SilentlyContinue\nif ($e) { 'failed' }\n'after'\n",
        "$e = @(1)\nsend -ErrorVariable +e -ErrorAction SilentlyContinue\n\"more: $($e.Count -gt 1)\"\n",
        "foreach ($x in 1..2) {\n    send -ErrorVariable e -ErrorAction SilentlyContinue\n    \"errors: $([bool]$e)\"\n}\n",
        // try
        "try {\n    send -ErrorAction Stop\n    'sent'\n} catch {\n    'caught'\n}\n'after'\n",
        "try { send -ErrorAction Stop; 'sent' } catch { 'caught' } finally { 'finally' }\n",
        "try {\n    send -ErrorAction Stop\n} catch {\n    exit 3\n}\n",
        "try {\n    send -ErrorAction Stop\n} catch {\n    throw\n}\n'after'\n",
        "try {\n    try {\n        send -ErrorAction Stop\n    } catch {\n        throw 'again'\n    }\n} catch {\n    \"caught $_\"\n}\n",
        "try {\n    1\n} catch { }\nsend\n'after'\n",
        "foreach ($x in 1..3) {\n    try {\n        send -ErrorAction Stop\n        'sent'\n    } catch {\n        \"caught $x\"\n        continue\n    }\n}\n",
        // functions
        "function f {\n    send -ErrorAction Stop\n    'sent'\n}\ntry { f } catch { 'caught' }\n'after'\n",
        "function f {\n    send\n    $?\n}\n\"worked: $(f)\"\n",
        "function f {\n    try {\n        send -ErrorAction Stop\n        $true\n    } catch {\n        $false\n    }\n}\nif (f) { 'sent' } else { 'failed' }\n",
        "function f {\n    send -ErrorAction Stop\n}\nf\n'after'\n",
        // preferences
        "$ErrorActionPreference = 'Stop'\nsend\n'after'\n",
        "$ErrorActionPreference = 'Stop'\ntry {\n    send\n} catch {\n    'caught'\n}\n'after'\n",
        "$ErrorActionPreference = 'SilentlyContinue'\nsend\n\"success: $?\"\n",
        "function f {\n    $ErrorActionPreference = 'Stop'\n    send\n    'sent'\n}\ntry { f } catch { 'caught' }\n'after'\n",
        "$ErrorActionPreference = 'Stop'\nfunction f {\n    send\n    'sent'\n}\ntry { f } catch { 'caught' }\n'after'\n",
        // output
        "$result = send\n\"result: $result\"\n",
        "$lines = @(1; foreach ($x in 1..2) { send; $x })\n\"count: $($lines.Count)\"\n",
        // what is read in blocks
        "$files = 'a.txt', 'b.txt'\nsend -Attachments $files\n'after'\n",
        "$files = 'a.txt', 'b.txt'\nsend -Attachments $files -ErrorAction Stop\n'after'\n",
        // a handler that never saw a failing send
        "try {\n    send\n    'sent'\n} catch {\n    'caught'\n}\n'after'\n",
        "trap { 'trapped'; continue }\nsend\n'after'\n",
        "function f {\n    send\n    'sent'\n}\ntry { f } catch { 'caught' }\n'after'\n",
        "$files = 'a.txt', 'b.txt'\ntry {\n    send -Attachments $files\n    'sent'\n} catch {\n    'caught'\n}\n'after'\n",
        "try {\n    send\n    'sent'\n} finally {\n    'finally'\n}\n'after'\n",
        "try {\n    throw 'x'\n} catch {\n    send\n    'in catch'\n}\n'after'\n",
    ]

    /// Scripts in which a refused sign-in counts twice or otherwise than a refused message: a trap sees both, and a preference
    /// that the call overrules still holds for the sign-in.
    static let scriptsThatTellThemApart = [
        "trap { 'trapped'; continue }\nsend -ErrorAction Stop\n'after'\n",
        "$ErrorActionPreference = 'Stop'\nsend -ErrorAction Continue\n'after'\n",
    ]

    struct Case {
        let script: String
        let target: Target
        /// The script that sends to an address that is refused, as a stand-in for one that can't sign in.
        let refused: [UInt8]
        let outline: Outline
    }

    static func cases(_ scripts: [String], _ targets: [Target] = Target.allCases) throws -> [Case] {
        try scripts.flatMap { script in
            try targets.map { target in
                let result = try Outline(script, target)
                let refused = result.before.string.replacing("-To b@contoso.com", with: "-To 'no address'")
                return Case(script: script, target: target, refused: Array(refused.utf8), outline: result)
            }
        }
    }

    static func check(
        _ cases: [Case], original: (Case) -> [UInt8], environment: [String: String], verdict: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let pairs = cases.map { (original: original($0), migrated: $0.outline.after.bytes) }
        let answers = try #require(PowerShellEngine.shared).compare(pairs, options: ["--as-is", "--seeds", "1"], environment: environment)
        for (one, answer) in zip(cases, answers) where answer.verdict != verdict || answer.output != "same" {
            Issue.record(
                "\(one.target.rawValue): \(answer.text)\n\(one.script)",
                sourceLocation: sourceLocation)
        }
    }

    @Test func whereAllGoesWell() throws {
        let cases = try Self.cases(Self.scripts + Self.scriptsThatTellThemApart, [.sendMgUserMessage, .invokeRestMethod])
        try Self.check(cases, original: \.outline.before.bytes, environment: [:], verdict: "same")
    }

    @Test func whereSendingFails() throws {
        try Self.check(
            Self.cases(Self.scripts + Self.scriptsThatTellThemApart), original: \.outline.before.bytes,
            environment: ["PSENGINE_FAIL": "send"],
            verdict: "nothing-sent")
    }

    @Test func whereSigningInFails() throws {
        try Self.check(Self.cases(Self.scripts), original: \.refused, environment: ["PSENGINE_FAIL": "connect"], verdict: "nothing-sent")
    }
}
