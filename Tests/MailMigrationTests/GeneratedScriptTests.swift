import PowerShellSyntax
import ScriptDiff
import TestSupport
import Testing

@testable import MailMigration

/// What holds for the migration of any script, shown for generated ones.
@Suite struct GeneratedScriptTests {
    static let seeds = [UInt64](1...80)

    private func options(_ target: Target) -> MigrationOptions {
        MigrationOptions(target: target, signIn: SignIn(method: target.usesSession ? .managedIdentity : .secret))
    }

    /// A script of that seed in one of the encodings, indentations and line ends that scripts have.
    private func source(_ seed: UInt64) -> SourceText {
        let generator = ScriptGenerator(seed: seed)
        var text = generator.script()
        text = [text, text.replacing("    ", with: "\t"), text.replacing("    ", with: "  ")][Int(seed % 3)]
        if seed % 2 == 0 { text = text.replacing("\n", with: "\r\n") }
        switch seed % 5 {
        case 0: return SourceText(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
        case 1: return SourceText(bytes: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        case 2: return SourceText(bytes: text.unicodeScalars.map { $0 == "–" ? 0x96 : UInt8($0.value) })
        default: return SourceText(text)
        }
    }

    @Test(arguments: seeds)
    func parsesAndMigratesToItself(_ seed: UInt64) throws {
        let source = source(seed)
        #expect(SyntaxTree.parse(source).errors == [])
        for target in Target.allCases {
            let migration = migrate(source, options: options(target))
            let migrated = try migration.migrated()
            #expect(SyntaxTree.parse(migrated).errors == [], "\(target.rawValue)")
            #expect(migrate(migrated, options: options(target)).edits == [], "\(target.rawValue)")
            // Each send is told of, and what is moved is gone.
            let sends = SyntaxTree.parse(source).all(Command.self).filter { $0.name == "Send-MailMessage" }
            #expect(migration.findings.count == sends.count)
            let rest = SyntaxTree.parse(migrated).all(Command.self).filter { $0.name == "Send-MailMessage" }
            #expect(rest.count == migration.findings.filter { $0.outcome != .moved }.count)
        }
    }

    @Test(arguments: seeds)
    func noByteOutsideAnEditChanges(_ seed: UInt64) throws {
        let source = source(seed)
        for target in Target.allCases {
            let migration = migrate(source, options: options(target))
            let migrated = try migration.migrated()
            #expect(migrated.encoding == source.encoding || source.encoding == .utf8 && migrated.encoding == .utf8)
            var expected: [UInt8] = []
            var copied = 0
            let edits = migration.edits.enumerated().sorted {
                ($0.element.extent.start, $0.element.extent.end, $0.offset) < ($1.element.extent.start, $1.element.extent.end, $1.offset)
            }
            for (_, edit) in edits {
                let range = source.byteRange(of: edit.extent)
                expected += source.bytes[copied..<range.lowerBound] + (try #require(source.encoded(edit.replacement)))
                copied = range.upperBound
            }
            expected += source.bytes[copied...]
            #expect(migrated.bytes == expected, "\(target.rawValue)")
        }
    }

    @Test(arguments: seeds)
    func newLinesAreLikeTheOldOnes(_ seed: UInt64) throws {
        let source = source(seed)
        for target in Target.allCases {
            let migrated = try migrate(source, options: options(target)).migrated().string.unicodeScalars.map { $0 }
            for (index, scalar) in migrated.enumerated() where scalar == "\n" || scalar == "\r" {
                let isWindows =
                    scalar == "\r" ? index + 1 < migrated.count && migrated[index + 1] == "\n" : index > 0 && migrated[index - 1] == "\r"
                #expect(isWindows == (seed % 2 == 0))
                if scalar == "\n" && index > 1 {
                    #expect(![" ", "\t"].contains(migrated[index - (isWindows ? 2 : 1)]), "blanks at the end of a line")
                }
            }
        }
    }

    /// The scripts send the same messages afterwards.
    @Test(.enabled(if: PowerShellEngine.isPresent, "\(PowerShellEngine.absence)"))
    func sendsTheSame() throws {
        let cases = Self.seeds.prefix(30).flatMap { seed in
            Target.allCases.map { (seed: seed, target: $0, source: source(seed)) }
        }
        let pairs = try cases.map { one in
            (original: one.source.bytes, migrated: try migrate(one.source, options: options(one.target)).migrated().bytes)
        }
        let answers = try #require(PowerShellEngine.shared).compare(pairs, options: ["--seeds", "1"])
        for ((one, answer), pair) in zip(zip(cases, answers), pairs) where pair.original != pair.migrated {
            #expect(
                answer.verdict == "same" && answer.output == "same",
                "seed \(one.seed), \(one.target.rawValue): \(answer.text)\n\(one.source.string)")
        }
    }
}
