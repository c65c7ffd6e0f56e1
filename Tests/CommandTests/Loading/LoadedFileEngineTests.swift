import Foundation
import MailMigration
import PowerShellAnalysis
import PowerShellSyntax
import TestSupport
import Testing

@testable import mail2graph

@Suite("Files that scripts load, in the PowerShell engine", .enabled(if: PowerShellEngine.isPresent, "\(PowerShellEngine.absence)"))
struct LoadedFileEngineTests {
    private let function = "function Send-MailMessage { }\n"

    @Test("define what they define for PowerShell")
    func engine() throws {
        let folder = try Folder([
            "a.ps1": function, "a.psm1": function,
            "chain.ps1": ". (Join-Path (Split-Path $MyInvocation.MyCommand.Path) lib\\b.ps1)",
            "lib/b.ps1": function, "both.psm1": "", "both/both.psm1": function,
            "nested.psm1": "Import-Module $PSScriptRoot\\a.psm1",
            "export.psm1": function + "Export-ModuleMember -Function Get-*",
            "exports.psm1": function + "Export-ModuleMember send-*",
            "root.psd1": "@{ ModuleVersion = '1.0'; RootModule = 'a.psm1' }",
            "none.psd1": "@{ ModuleVersion = '1.0'; RootModule = 'a.psm1'; FunctionsToExport = @() }",
            "nested.psd1": "@{ ModuleVersion = '1.0'; RootModule = 'both.psm1'; NestedModules = 'a.psm1' }",
            "process.psd1": "@{ ModuleVersion = '1.0'; ScriptsToProcess = 'a.ps1'; FunctionsToExport = @() }",
            "version/2.0/version.psd1": "@{ ModuleVersion = '2.0'; RootModule = 'm.psm1' }", "version/2.0/m.psm1": function,
            "inner.ps1": "function f { function Send-MailMessage { } }",
            "global.psm1": "function global:Send-MailMessage { }; Export-ModuleMember x",
        ])
        for load in [
            ". $PSScriptRoot\\a.ps1", "& $PSScriptRoot\\a.ps1", ". $PSScriptRoot\\chain.ps1", "Import-Module $PSScriptRoot\\a.psm1",
            "Import-Module $PSScriptRoot\\a.ps1", "Import-Module $PSScriptRoot\\a", "Import-Module $PSScriptRoot\\both",
            "Import-Module $PSScriptRoot\\nested.psm1", "Import-Module $PSScriptRoot\\export.psm1",
            "Import-Module $PSScriptRoot\\exports.psm1",
            "Import-Module $PSScriptRoot\\root.psd1", "Import-Module $PSScriptRoot\\none.psd1", "Import-Module $PSScriptRoot\\nested.psd1",
            "Import-Module $PSScriptRoot\\process.psd1", "Import-Module $PSScriptRoot\\version", ". $PSScriptRoot\\inner.ps1",
            "Import-Module $PSScriptRoot\\global.psm1", "Import-Module $PSScriptRoot\\a.psm1 -Prefix My",
            "Import-Module $PSScriptRoot\\a.psm1 -Function Get-*", "using module .\\a.psm1", "& { . $PSScriptRoot\\lib\\b.ps1 }",
        ] {
            let text = load + "\n(Get-Command Send-MailMessage).CommandType\n"
            try folder.write("main.ps1", Array(text.utf8))
            let said = try #require(PowerShellEngine.shared).output(of: "& '\(folder["main.ps1"])'").last
            let script = ParsedScript(SourceText(text))
            let command = try #require(SyntaxTree.parse(script.source).all(Command.self).last)
            let found = FileLibrary().files(loadedBy: script, at: FilePath(folder["main.ps1"])).command("Send-MailMessage", at: command)
            let expected = found.map { $0.doubt == nil ? "Function" : "in doubt" } ?? "Cmdlet"
            #expect(expected == said || expected == "in doubt" && load.hasPrefix("& {"), "\(load)")
        }
    }
}
