import PowerShellSyntax
import Testing

@testable import MailMigration

/// Sends that a person looked at and wants left.
@Suite struct RejectedSendTests {
    private static let options = MigrationOptions(target: .sendMgUserMail, signIn: SignIn(method: .managedIdentity))

    /// What becomes of an outline where some of its sends, by their order, are rejected.
    private func outline(_ text: String, rejecting numbers: Int..., options: MigrationOptions = options) throws -> Outline {
        let all = try Outline(text, options: options)
        var options = options
        options.rejected = Set(numbers.map { all.migration.findings[$0].extent.start })
        return try Outline(text, options: options)
    }

    @Test func theyStayAndTheOthersMove() throws {
        let result = try outline("send\nGet-Report\nsend\n", rejecting: 1)
        #expect(try result.text == "tls\n\nconnect\nsend\nGet-Report\nsmtp\n")
        #expect(result.migration.findings.map(\.outcome) == [.moved, .left])
        #expect(result.migration.findings[1].category == LeaveReason.Category.rejected.rawValue)
    }

    @Test func theSignInStaysWhereItWasReviewed() throws {
        #expect(try outline("send\nGet-Report\nsend\n", rejecting: 0).text == "tls\n\nconnect\nsmtp\nGet-Report\nsend\n")
    }

    @Test func whatOnlyTheyNeedGoes() throws {
        let result = try outline(
            """
            function Send-A {
                send
            }
            function Send-B {
                send
            }

            """, rejecting: 1)
        #expect(
            try result.text == """
                tls

                function Send-A {
                    if (-not (Get-MgContext)) { try { connect } catch { Write-Error -ErrorRecord $_ } }
                    send
                }
                function Send-B {
                    smtp
                }

                """)
    }

    @Test func nothingChangesWhereAllAreRejected() throws {
        #expect(try outline("send\nsend\n", rejecting: 0, 1).migration.edits == [])
        let tls = MigrationOptions(scope: .tls)
        #expect(try outline("send\nsend\n", rejecting: 0, 1, options: tls).migration.edits == [])
        #expect(try outline("send\nsend\n", rejecting: 0, options: tls).text == "tls\n\nsmtp\nsmtp\n")
    }

    @Test func scopesAreAddedForThoseThatMove() throws {
        let text = "Connect-MgGraph -Scopes 'User.Read'\nsend\nsend\n"
        #expect(try outline(text, rejecting: 0).after.string.contains("-Scopes 'User.Read', 'Mail.Send'\n"))
        #expect(try outline(text, rejecting: 0, 1).migration.edits == [])
    }

    @Test func aLaterRunTakesThemWithTheSessionOfTheFirst() throws {
        let first = try outline("send\nGet-Report\nsend\n", rejecting: 1)
        let second = migrate(first.after, options: Self.options)
        #expect(second.findings.map(\.outcome) == [.moved])
        #expect(try second.migrated().string.ranges(of: "Connect-MgGraph").count == 1)
    }

    @Test func ofAnySubsetThatIsAcceptedNothingElseDepends() throws {
        let text = """
            param($x)
            if ($x) {
                send
            }
            foreach ($one in $x) {
                send
            }
            function Send-It {
                send
            }
            Start-Job {
                send
            }

            """
        let all = try Outline(text, options: Self.options).migration
        let starts = all.findings.map(\.extent.start)
        for subset in 0..<(1 << starts.count) {
            let rejected = Set(starts.indices.filter { subset >> $0 & 1 == 1 }.map { starts[$0] })
            var options = Self.options
            options.rejected = rejected
            let migration = try Outline(text, options: options).migration
            #expect(migration.findings.filter { $0.outcome == .moved }.map(\.extent.start) == starts.filter { !rejected.contains($0) })
            // Each edit is one that was reviewed.
            #expect(migration.edits.allSatisfy { edit in all.edits.contains { $0.replacement.contains(edit.replacement) } })
        }
    }
}
