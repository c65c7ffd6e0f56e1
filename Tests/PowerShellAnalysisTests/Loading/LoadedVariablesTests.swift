import PowerShellSyntax
import Testing

@testable import PowerShellAnalysis

/// What is known of variables that a loaded file sets, or may set.
@Suite("Variables of loaded files")
struct LoadedVariablesTests {
    /// The texts that the argument of `probe` can be; nil where they are not known.
    private func strings(_ text: String, _ files: [String: String]) throws -> Set<String>? {
        let script = Script(text)
        return VariableFacts(script.tree, loaded: loadedFiles(of: script, files)).possibleStrings(try script.probe())
    }

    private static let load = ". $PSScriptRoot\\a.ps1\n"

    @Test(
        "are known where the file gives them texts",
        arguments: [
            "$x = 'v'", "[string]$x = \"v\"", "$script:x = 'v'", "$y = 'v'; $x = $y", "if ($true) { $x = 'v' }",
            "function f { $x = Get-X }; $x = 'v'",
            "function f { param ($x) }; $x = 'v'", "function f { $global:x = 'v' }", ". $PSScriptRoot\\b.ps1; $x = 'v'",
            "try { $x = 'v' } catch { }", "try { $y = 'v' } catch { }; $x = $y", "if ($p) { $y = 'v'; $x = $y }",
        ])
    func known(_ file: String) throws {
        #expect(try strings(Self.load + "probe $x", ["a.ps1": file, "b.ps1": "$z = 1"]) == ["v"])
    }

    @Test(
        "are not known where only a run tells",
        arguments: [
            "$x = Get-X", "$x = 'v'; $x += 'w'", "$x = 'v'; Invoke-Expression $code", "$x = 'v'; function f { $script:x = Get-X }",
            "param ($x = 'v')",
            "$x = 'v'; Set-Variable $name 'w'", "$x = 'v'; Set-Variable x w", "$x = 'v'; . $other", "$x = 'v'; . $PSScriptRoot\\none.ps1",
            "foreach ($x in 'v') { }", "$x = 'v', 'w'", "[int]$x = 'v'", "$x = \"v$y\"", "$x = 'v'; $x.Add('w')",
            "$x = 'v'; if (", "$x = 'v'; . .\\b.ps1",
            // The script may have set $y before.
            "if (-not $y) { $y = 'v' }; $x = $y", "if (-not $z) { $z = 'v' }; $y = $z; $x = \"$y\"", "$x = $y; $y = 'v'",
        ])
    func unknown(_ file: String) throws {
        #expect(try strings(Self.load + "probe $x", ["a.ps1": file, "b.ps1": ""]) == nil)
    }

    @Test("are what any of the places gives them, in the script and in its files")
    func several() throws {
        #expect(try strings("$x = 'a'\n" + Self.load + "$x = 'b'; probe $x", ["a.ps1": "$x = 'v'"]) == ["a", "b", "v"])
        let two = [". $PSScriptRoot\\a.ps1", ". $PSScriptRoot\\b.ps1", "probe $x"].joined(separator: "\n")
        #expect(try strings(two, ["a.ps1": "$x = 'v'", "b.ps1": "$x = 'w'"]) == ["v", "w"])
        #expect(
            try strings(
                "if ($p) { . $PSScriptRoot\\a.ps1 } else { . $PSScriptRoot\\b.ps1 }; probe $x", ["a.ps1": "$x = 'v'", "b.ps1": "$x = 'w'"])
                == ["v", "w"])
        #expect(try strings(Self.load + "$x = Get-X; probe $x", ["a.ps1": "$x = 'v'"]) == nil)
    }

    @Test("of the script stay known where the file can't set them")
    func kept() throws {
        #expect(try strings("$x = 'v'\n" + Self.load + "probe $x", ["a.ps1": "$other = 1; function f { $x = 2 }"]) == ["v"])
        #expect(try strings("$x = 'v'\n" + Self.load + "probe $x", [:]) == nil)
        #expect(try strings("$x = 'v'; . .\\a.ps1; probe $x", ["a.ps1": ""]) == nil)
        #expect(try strings("$x = 'v'\n" + Self.load + "iex $code; probe $x", ["a.ps1": ""]) == nil)
    }

    @Test(
        "of the script are not known where the file changes them",
        arguments: [
            "$x.Cc = 'c'", "$x['Cc'] = 'c'", "$x.Add('Cc', 'c')", "function f { $x.Cc = 'c' }", "function f { $script:x.Cc = 'c' }",
            "function f { param ($x) $global:x.Cc = 'c' }", "Set-Item variable:x w", "Remove-Item Variable:\\x",
        ])
    func changed(_ file: String) throws {
        #expect(try strings("$x = 'v'\n" + Self.load + "probe $x", ["a.ps1": file]) == nil)
    }

    @Test(
        "of the script stay known where the file changes its own",
        arguments: [
            "function f { $x = @{}; $x.Cc = 'c' }", "function f ($x) { $x.Add('c') }", "$y.Cc = 'c'", "$x.Contains('v')", "$x.Cc",
            "function f { foreach ($x in $y) { $x.Cc = 'c' } }",
        ])
    func changedOwn(_ file: String) throws {
        #expect(try strings("$x = 'v'\n" + Self.load + "probe $x", ["a.ps1": file]) == ["v"])
    }

    @Test("are not known where nobody looked at a script that is loaded too")
    func passedOver() throws {
        let script = Script(Self.load + "probe $x")
        let loaded = LoadedFiles(script.tree.fileLoads(script.facts)) { _, path, _ in
            if path.names != ["a.ps1"] { return [.nothing] }
            return [.file(id: "a", name: "a", LoadableFile(SourceText("$x = 'v'; . $PSScriptRoot\\RemoteExchange.ps1"), isManifest: false))]
        }
        #expect(VariableFacts(script.tree, loaded: loaded).possibleStrings(try script.probe()) == nil)
    }

    @Test("of a module are its own, those of the scripts that its manifest runs are not")
    func modules() throws {
        #expect(try strings("Import-Module $PSScriptRoot\\a.psm1; probe $x", ["a.psm1": "$x = 'v'"]) == nil)
        let files = ["a.psd1": "@{ ScriptsToProcess = 'a.ps1' }", "a.ps1": "$x = 'v'"]
        #expect(try strings("Import-Module $PSScriptRoot\\a.psd1; probe $x", files) == ["v"])
        #expect(try strings("$x = 'w'; Import-Module $PSScriptRoot\\a.psd1; probe $x", files) == ["v", "w"])
    }

    @Test(
        "of a module that it gives away may hide those of the script",
        arguments: [
            "$x = 'w'; Export-ModuleMember -Variable x", "$x = 'w'; Export-ModuleMember -Function * -Variable *",
            "$x = 'w'; Export-ModuleMember -Variable $names", "$global:x = 'w'", "function f { $global:x = 'w' }", "$global:x.Cc = 'c'",
            "Set-Variable x w -Scope Global", ". $PSScriptRoot\\b.ps1; Export-ModuleMember -Variable x",
        ])
    func exported(_ module: String) throws {
        let files = ["a.psm1": module, "b.ps1": "$x = 'w'"]
        #expect(try strings("$x = 'v'; Import-Module $PSScriptRoot\\a.psm1; probe $x", files) == nil)
    }

    @Test(
        "of a module that it keeps do not",
        arguments: ["$x = 'w'", "$script:x = 'w'; Export-ModuleMember -Function x -Variable y", "Set-Variable x w", "$x.Cc = 'c'"])
    func kept(by module: String) throws {
        #expect(try strings("$x = 'v'; Import-Module $PSScriptRoot\\a.psm1; probe $x", ["a.psm1": module]) == ["v"])
    }

    @Test("are not told where they look like secrets")
    func secrets() throws {
        let script = Script(Self.load + "probe $password")
        let loaded = loadedFiles(of: script, ["a.ps1": "$password = 'Geheim'"])
        #expect(VariableFacts(script.tree, loaded: loaded).possibleStrings(try script.probe()) == nil)
    }

    @Test("count where no expression names them")
    func preference() throws {
        func preference(_ text: String, _ file: String) -> Set<String>? {
            let script = Script(text)
            return VariableFacts(script.tree, loaded: loadedFiles(of: script, ["a.ps1": file])).possibleStrings(ofVariable: "PSEmailServer")
        }
        #expect(preference(Self.load, "$PSEmailServer = 'mail'") == ["mail"])
        #expect(preference("$PSEmailServer = 'own'\n" + Self.load, "$PSEmailServer = 'mail'") == ["mail", "own"])
        #expect(preference("$PSEmailServer = 'own'; . $other", "") == nil)
    }

    @Test("of defaults: a call can't be told where a file sets some for its command")
    func defaults() throws {
        func isKnown(_ load: String, _ files: [String: String]) throws -> Bool {
            let script = Script(load + "; send -To a")
            let loaded = loadedFiles(of: script, files)
            let facts = VariableFacts(script.tree, loaded: loaded)
            let defaults = DefaultParameterValues(script.tree, facts: facts, loaded: loaded)
            return (try? defaults.values(for: "send", at: script.command("send"))) != nil
        }
        let (dot, module) = (". $PSScriptRoot\\a.ps1", "Import-Module $PSScriptRoot\\a.psm1")
        #expect(try !isKnown(dot, ["a.ps1": "$PSDefaultParameterValues['send:Cc'] = 'x'"]))
        #expect(try !isKnown(dot, ["a.ps1": "$PSDefaultParameterValues = @{ 'se*:Cc' = 'x' }"]))
        #expect(try !isKnown(dot, ["a.ps1": "$PSDefaultParameterValues += $table"]))
        #expect(try !isKnown(". .\\a.ps1", ["a.ps1": "$PSDefaultParameterValues.Add('*:Cc', 'x')"]))
        #expect(try isKnown(dot, ["a.ps1": "$PSDefaultParameterValues['get:Cc'] = 'x'; $PSDefaultParameterValues.Contains('send:Cc')"]))
        #expect(try isKnown(module, ["a.psm1": "$PSDefaultParameterValues['send:Cc'] = 'x'"]))
        #expect(try !isKnown(module, ["a.psm1": "$global:PSDefaultParameterValues['send:Cc'] = 'x'"]))
    }
}
