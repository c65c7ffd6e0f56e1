import PowerShellSyntax
import Testing

@testable import PowerShellAnalysis

/// What commands of a script mean through the files that it loads.
@Suite("Loaded files")
struct LoadedFilesTests {
    private func meaning(_ text: String, _ files: [String: String]) throws -> LoadedCommand? {
        let script = Script(text)
        return loadedFiles(of: script, files).command("Send-It", at: try script.command("send-it"))
    }

    private static let function = "function Send-It { }"

    @Test(
        "define functions and aliases",
        arguments: [
            ("a.ps1", function), ("a.ps1", "function global:send-it { }"), ("a.ps1", "filter script:Send-It { }"),
            ("a.ps1", "Set-Alias Send-It Send-Other"), ("a.ps1", "New-Alias -Value Send-Other -Name Send-It"), ("a.psm1", function),
            ("a.ps1", "try { function Send-It { } } catch { }"),
            ("a.psm1", function + "; Export-ModuleMember -Function Send-*"), ("a.psm1", function + "; Export-ModuleMember 'Send-It', 'x'"),
            ("a.psm1", "function global:Send-It { }; Export-ModuleMember x"), ("a.psm1", "Set-Alias Send-It Send-Other"),
        ])
    func definitions(_ file: String, _ text: String) throws {
        let command = try #require(
            try meaning("\(file.hasSuffix("psm1") ? "Import-Module" : ".") $PSScriptRoot\\\(file); Send-It", [file: text]))
        #expect(command.doubt == nil && command.file == file && command.line == 1)
        #expect(command.target == (text.contains("Alias") ? "Send-Other" : nil))
    }

    @Test(
        "do not define what they keep to themselves",
        arguments: [
            ("a.ps1", "function Send-Other { function Send-It { } }"), ("a.ps1", "Send-It"),
            ("a.ps1", "Set-Alias Send-It Contoso.Mail\\Send-It"),
            ("a.psm1", function + "; Export-ModuleMember Send-Other"), ("a.psm1", function + "; Export-ModuleMember"),
            ("a.psm1", "Set-Alias Send-It Send-Other; Export-ModuleMember -Function *"),
        ])
    func hidden(_ file: String, _ text: String) throws {
        #expect(try meaning("\(file.hasSuffix("psm1") ? "Import-Module" : ".") $PSScriptRoot\\\(file); Send-It", [file: text]) == nil)
    }

    @Test("are loaded by each other, in circles too")
    func chains() throws {
        let files = [
            "a.ps1": ". \"$PSScriptRoot\\b.ps1\"", "b.ps1": ". $PSScriptRoot\\a.ps1; Import-Module $PSScriptRoot\\c.psm1",
            "c.psm1": "\n. $PSScriptRoot\\d.ps1", "d.ps1": "\n\nfunction Send-It { }",
        ]
        let command = try meaning(". $PSScriptRoot\\a.ps1; Send-It", files)
        #expect(command == LoadedCommand(name: "Send-It", file: "d.ps1", line: 3, target: nil, doubt: nil))
    }

    @Test("are named by manifests")
    func manifests() throws {
        func meaning(_ entries: String) throws -> LoadedCommand? {
            try self.meaning(
                "Import-Module $PSScriptRoot\\a.psd1; Send-It",
                ["a.psd1": "@{ \(entries) }", "a.psm1": Self.function, "b.ps1": Self.function])
        }
        #expect(try meaning("RootModule = 'a.psm1'")?.file == "a.psm1")
        #expect(try meaning("ModuleToProcess = '.\\a.psm1'; FunctionsToExport = '*'")?.file == "a.psm1")
        #expect(try meaning("NestedModules = @('a.psm1')")?.file == "a.psm1")
        #expect(try meaning("NestedModules = @(@{ ModuleName = 'a.psm1'; ModuleVersion = '1.0' })")?.file == "a.psm1")
        #expect(try meaning("ScriptsToProcess = 'b.ps1'; FunctionsToExport = @()")?.file == "b.ps1")
        #expect(try meaning("RootModule = 'a.psm1'; FunctionsToExport = @('Send-Other')") == nil)
        #expect(try meaning("RootModule = 'a.psm1'; FunctionsToExport = @()") == nil)
    }

    @Test("are taken in as the import says")
    func imports() throws {
        let files = ["a.psm1": Self.function]
        #expect(try meaning("Import-Module $PSScriptRoot\\a.psm1 -Function Send-Other; Send-It", files) == nil)
        #expect(try meaning("Import-Module $PSScriptRoot\\a.psm1 -Prefix My; Send-It", files) == nil)
        let prefixed = ["a.psm1": "function Send- { }; function Send-Its { }"]
        #expect(try meaning("Import-Module $PSScriptRoot\\a.psm1 -Prefix It; Send-It", prefixed)?.doubt == nil)
        #expect(
            try meaning("Import-Module $PSScriptRoot\\a.psm1 -NoClobber; Send-It", files)?.doubt
                == "line 1 takes in nothing that would hide another command")
    }

    @Test(
        "may not count at the call",
        arguments: [
            ("if ($x) { . $PSScriptRoot\\a.ps1 }; Send-It", "line 1 loads it in some runs only, or later"),
            ("Send-It; . $PSScriptRoot\\a.ps1", "line 1 loads it in some runs only, or later"),
            ("function f { . $PSScriptRoot\\a.ps1 }; Send-It", "line 1 loads it in some runs only, or later"),
            (". .\\a.ps1; Send-It", "line 1 counts from the folder that is current when the script runs"),
            (". $PSScriptRoot\\if.ps1; Send-It", "it is defined there in some runs only"),
            (". $PSScriptRoot\\chain.ps1; Send-It", "line 1 of chain.ps1 loads it in some runs only"),
            ("Import-Module $PSScriptRoot\\public.psm1; Send-It", "what its module exports is only known when the script runs"),
        ])
    func doubts(_ text: String, _ doubt: String) throws {
        let files = [
            "a.ps1": Self.function, "if.ps1": "if ($x) { function Send-It { } }", "chain.ps1": "if ($x) { . $PSScriptRoot\\a.ps1 }",
            "public.psm1": Self.function + "; Export-ModuleMember $names",
        ]
        #expect(try meaning(text, files)?.doubt == doubt)
    }

    @Test(
        "count at the call",
        arguments: [
            "try { . $PSScriptRoot\\a.ps1 } catch { exit 1 }\nSend-It", "function f { Send-It }; . $PSScriptRoot\\a.ps1; f",
            "function f { . $PSScriptRoot\\a.ps1; if ($x) { Send-It } }", "if ($x) { . $PSScriptRoot\\a.ps1; Send-It }",
            "begin { . $PSScriptRoot\\a.ps1 } process { Send-It }", "$null = . $PSScriptRoot\\a.ps1; Send-It",
        ])
    func certain(_ text: String) throws {
        let command = try #require(try meaning(text, ["a.ps1": Self.function]))
        #expect(command.doubt == nil)
    }

    @Test("are told of where they can't be looked at")
    func unread() {
        let script = Script(". $PSScriptRoot\\a.ps1\n. $PSScriptRoot\\b.ps1\n. $config\n. $PSScriptRoot\\a.ps1\n")
        let loaded = loadedFiles(of: script, ["b.ps1": "if ("])
        #expect(loaded.unread.map(\.line) == [1, 2, 3, 4])
        #expect(loaded.unread.map(\.name) == ["a.ps1", "b.ps1", "$config", "a.ps1"])
        #expect(
            loaded.unread.map(\.reason) == [
                "which can't be read: there is no such file", "which can't be parsed (line 1)", "and only a run tells which file that is",
                "which can't be read: there is no such file",
            ])
    }

    @Test("end, however they load each other")
    func endless() {
        let script = Script(". $PSScriptRoot\\0.ps1")
        var number = 0
        let loaded = LoadedFiles(script.tree.fileLoads(script.facts)) { _, _, _ in
            number += 1
            return [.file(id: "\(number)", name: "\(number)", LoadableFile(SourceText(". $PSScriptRoot\\x.ps1"), isManifest: false))]
        }
        #expect(loaded.unread.isEmpty && number == 1000)
    }
}
