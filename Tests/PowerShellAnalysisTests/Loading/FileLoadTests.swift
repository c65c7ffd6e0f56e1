import Testing

@testable import PowerShellAnalysis

/// Which files a script loads, as far as it tells.
@Suite("Loads of files")
struct FileLoadTests {
    private func loads(_ text: String) -> [FileLoad] {
        let script = Script(text)
        let loads = script.tree.fileLoads(script.facts)
        // The quick look before sees all that is there.
        #expect(script.tree.mayLoadFiles || loads.isEmpty)
        return loads
    }

    /// In short: `script/a/b.ps1`, `current/a.ps1`, `C:/a.ps1`; `?` where only a run tells.
    private func paths(_ text: String) -> [String] {
        loads(text).map { load in
            guard let paths = load.paths else { return "?" }
            return paths.map { path in
                let start =
                    switch path.start {
                    case .scriptFolder: "script"
                    case .currentFolder: "current"
                    case .root(let root): root
                    }
                return ([start] + path.names).joined(separator: "/")
            }.joined(separator: " or ")
        }
    }

    @Test(
        "are told from every way to write the folder of the script",
        arguments: [
            #". "$PSScriptRoot\lib\a.ps1""#, #". $PSScriptRoot\lib\a.ps1"#, #". (Join-Path $PSScriptRoot 'lib\a.ps1')"#,
            #". (Join-Path -Path $PSScriptRoot -ChildPath lib/a.ps1)"#, #". (Join-Path $PSScriptRoot lib a.ps1)"#,
            #". "$(Split-Path $MyInvocation.MyCommand.Path)\lib\a.ps1""#,
            #". "$(Split-Path -Parent $MyInvocation.MyCommand.Definition)\lib\a.ps1""#, #". ((Split-Path $PSCommandPath) + '\lib\a.ps1')"#,
            #". ([IO.Path]::Combine($PSScriptRoot, 'lib', 'a.ps1'))"#,
            #". "$([System.IO.Path]::GetDirectoryName($PSCommandPath))/lib/a.ps1""#,
            #"$here = Split-Path -Parent $MyInvocation.MyCommand.Path; . "$here\lib\a.ps1""#,
            #"$lib = Join-Path $PSScriptRoot lib; $file = 'a'; . "$lib\$file.ps1""#,
            #". "$PSScriptRoot\other\..\lib\.\a.ps1""#, #". (Resolve-Path "$PSScriptRoot\lib\a.ps1").Path"#,
            #". "$((Get-Item $PSScriptRoot).FullName)\lib\a.ps1""#, #". "$PSCommandPath\..\lib\a.ps1""#,
            #"function f { . "$PSScriptRoot\lib\a.ps1" }"#,
            #"function f { . "$(Split-Path $script:MyInvocation.MyCommand.Path)\lib\a.ps1" }"#,
            #"Import-Module "$PSScriptRoot\lib\a.ps1""#, #"ipmo -Name $PSScriptRoot/lib/a.ps1 -Force"#,
            #""$PSScriptRoot\lib\a.ps1" | Import-Module"#, #"using module .\lib\a.ps1"#,
        ])
    func scriptFolder(_ text: String) {
        #expect(paths(text) == ["script/lib/a.ps1"] || paths(text) == ["?"] && text.contains("| Import"))
    }

    @Test(
        "count from elsewhere",
        arguments: [
            (#". .\a.ps1"#, "current/a.ps1"), (#". ..\lib\a.ps1"#, "current/../lib/a.ps1"),
            (#". "$PSScriptRoot\..\a.ps1""#, "script/../a.ps1"),
            (#". "$(Split-Path $PSScriptRoot)\a.ps1""#, "script/../a.ps1"), (#". lib/a.ps1"#, "current/lib/a.ps1"),
            (#". "$pwd\a.ps1""#, "current/a.ps1"), (#". "$(Get-Location)\a.ps1""#, "current/a.ps1"), (#". a.ps1"#, "current/a.ps1"),
            (#". c:\scripts\a.ps1"#, "C:/scripts/a.ps1"), (#". \\server\share\a.ps1"#, #"\\server/share/a.ps1"#),
            (". /opt/a.ps1", "/opt/a.ps1"),
            (#". "$env:ProgramData\a.ps1""#, "$env:ProgramData/a.ps1"), ("Import-Module Mail", "current/Mail"),
            (#"Import-Module ..\Mail"#, "current/../Mail"), ("using module Mail", "script/Mail"),
        ])
    func elsewhere(_ text: String, _ path: String) {
        #expect(paths(text) == [path])
    }

    @Test(
        "are only known when the script runs",
        arguments: [
            ". $file", ". (Get-Path)", #". "$dir\a.ps1""#, "$f = Get-Path; . $f", "param ($Dir) . $Dir/a.ps1", ". $_.FullName",
            ". ([scriptblock]::Create((Get-Content a.ps1 -Raw)))", "Import-Module $module", "Get-ChildItem lib | Import-Module",
            "function f { . (Split-Path $MyInvocation.MyCommand.Path) }", "Import-Module @names",
            // Lists that name themselves.
            "$m = @($m); Import-Module $m", "$m = @($n); $n = @($m); Import-Module $m",
        ])
    func unknown(_ text: String) {
        #expect(paths(text) == ["?"])
    }

    @Test(
        "are none",
        arguments: [
            ". Invoke-Setup", ". { $x = 1 }", "function f.ps1 { }; . f.ps1", "& .\\a.ps1", ".\\a.ps1", "Get-Module a | Import-Module",
            "Import-Module -Assembly $a", "Import-Module a -AsCustomObject", "using namespace System.Net", "$name = 'f'; . $name",
        ])
    func none(_ text: String) {
        #expect(loads(text).isEmpty)
    }

    @Test("are several where several are named")
    func several() {
        #expect(paths("Import-Module ActiveDirectory, .\\a.psm1") == ["current/ActiveDirectory", "current/a.psm1"])
        #expect(paths("$m = @('a', \"$PSScriptRoot\\b\"); Import-Module $m") == ["current/a", "script/b"])
        #expect(paths("if ($x) { $f = '.\\a.ps1' } else { $f = '.\\b.ps1' }; . $f") == ["current/a.ps1 or current/b.ps1"])
    }

    @Test("are in doubt where another file may be meant")
    func doubts() {
        #expect(loads(". \"$PSScriptRoot\\a.ps1\"").first?.doubt == nil)
        #expect(loads(". .\\a.ps1").first?.doubt == "counts from the folder that is current when the script runs")
        #expect(loads("Import-Module Mail").first?.doubt == "names a module that may lie elsewhere")
        #expect(loads("param ($Dir = $PSScriptRoot) . $Dir\\a.ps1").first?.doubt == "may load another file")
    }
}
