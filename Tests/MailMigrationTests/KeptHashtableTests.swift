import PowerShellSyntax
import Testing

@testable import MailMigration

/// Values that are read from a hashtable that stays in the script.
@Suite struct KeptHashtableTests {
    private func migrated(_ entries: String, then change: String = "") throws -> String {
        let script =
            "$m = @{\n    From = 'a@b.c'\n    To = 'd@e.f'\n    SmtpServer = 'smtp.office365.com'\n\(entries)}\n$m.Cc\n\(change)Send-MailMessage @m\n"
        return try Outline(script).after.string
    }

    @Test(arguments: ["(Get-Content log.txt -Raw)", "Get-Content log.txt", "((Get-Date))", "$x.Name", "$x", "(Get-Date).Date"])
    func areExpandedByTheirKey(_ value: String) throws {
        #expect(try migrated("    Body = \(value)\n").contains("content = \"$($m.Body)\""))
        #expect(try migrated("", then: "$m.Body = \(value)\n").contains("content = \"$($m.Body)\""))
        #expect(try migrated("", then: "$m['Body'] = \(value)\n").contains("content = \"$($m.Body)\""))
    }

    @Test func plainStringsAreTakenAsTheyAre() throws {
        #expect(try migrated("    Body = 'a'\n    Subject = \"$x\"\n").contains("content = $m.Body }"))
        #expect(try migrated("    Body = Get-Content log.txt | Out-String\n").contains("content = $m.Body }"))
    }
}
