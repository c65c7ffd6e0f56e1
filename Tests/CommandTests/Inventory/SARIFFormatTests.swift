import Foundation
import Testing

@testable import mail2graph

@Suite("--format sarif")
struct SARIFFormatTests {
    private func run(_ output: ProgramOutput) throws -> SARIFLog.Run {
        try #require(try JSONDecoder().decode(SARIFLog.self, from: Data(output)).runs.first)
    }

    private typealias ProgramOutput = [UInt8]

    @Test("names places as code scanning takes them")
    func places() throws {
        let folder = try Folder(sampleScripts)
        let run = try run(folder.mail2graph("inventory", ".", "--format", "sarif").out)
        #expect(run.columnKind == "utf16CodeUnits" && run.invocations.map(\.executionSuccessful) == [true])
        #expect(run.results.map(\.ruleId) == ["smtp-auth", "old-tls", "relay", "smtp-auth-by-hand", "smtp-auth-by-hand"])
        for result in run.results {
            let rule = run.tool.driver.rules[result.ruleIndex]
            #expect(rule.id == result.ruleId && rule.defaultConfiguration.level == result.level && !rule.help.text.isEmpty)
            #expect(result.locations[0].physicalLocation.artifactLocation.uriBaseId == "%SRCROOT%")
        }
        let last = run.results[3].locations[0].physicalLocation
        #expect(last.artifactLocation.uri == "sub/unknown%20%26%20%3Cb%3E.ps1")
        #expect(last.region.startLine == 2 && last.region.startColumn == 10 && last.region.endLine == 2)
        #expect(
            Set(
                run.results.map {
                    $0.locations[0].physicalLocation.artifactLocation.uri! + $0.partialFingerprints["primaryLocationLineHash"]!
                }
            ).count == 5)
    }

    @Test("tells the same sends again when lines move, and what could not be looked at")
    func fingerprints() throws {
        let folder = try Folder(sampleScripts)
        let before = try run(folder.mail2graph("check", ".", "--format", "sarif").out).results.map(\.partialFingerprints)
        for (name, text) in sampleScripts { try folder.write(name, Array(("# New\n\n" + text).utf8)) }
        try folder.write("broken.ps1", Array((brokenScript + "Send-MailMessage").utf8))
        let after = try run(folder.mail2graph("check", ".", "nowhere", "--format", "sarif").out)
        #expect(after.results.map(\.partialFingerprints) == before)
        #expect(after.invocations[0].executionSuccessful == false)
        #expect(after.invocations[0].toolExecutionNotifications.map(\.level).sorted() == ["error", "warning"])
    }

    @Test("gives a script that lies elsewhere by its full path")
    func elsewhere() throws {
        let folder = try Folder(["a b.ps1": sendingScript])
        let other = try Folder()
        let location = try run(other.mail2graph("check", folder.path, "--format", "sarif").out).results[0].locations[0].physicalLocation
        #expect(location.artifactLocation.uri == "file://\(folder.path)/a%20b.ps1" && location.artifactLocation.uriBaseId == nil)
    }

    @Test("percent-encodes the bytes of a name that is no text")
    func bytes() throws {
        let folder = try Folder()
        let descriptor = (Array(folder.path.utf8) + [0x2F, 0xFF] + Array(".ps1".utf8) + [0]).withUnsafeBufferPointer { path in
            path.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_WRONLY | O_CREAT, 0o644) }
        }
        try mail2graph.write(Array(sendingScript.utf8), to: descriptor)
        close(descriptor)
        let result = try run(folder.mail2graph("check", ".", "--format", "sarif").out).results[0]
        #expect(result.locations[0].physicalLocation.artifactLocation.uri == "%FF.ps1")
    }
}
