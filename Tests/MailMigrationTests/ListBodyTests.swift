import Testing

@testable import MailMigration

@Suite struct ListBodyTests {
    @Test(arguments: ["-Body @('a', 'b')", "-Body @('a'; 'b')", "-Body @(Get-Content f)"])
    func arraysInTheCall(_ argument: String) throws {
        let mail = "Send-MailMessage -From a@b.c -To d@e.f -SmtpServer smtp.office365.com \(argument)\n"
        #expect(try Outline(mail).migration.findings.map(\.outcome) == [.left])
    }
}
