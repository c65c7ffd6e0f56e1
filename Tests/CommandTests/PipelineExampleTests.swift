import Foundation
import TestSupport
import Testing

@Suite("Examples for pipelines")
struct PipelineExampleTests {
    private static let examples = repository.appendingPathComponent("examples/ci").path

    /// The commands of an example's steps that call the tool, by Python's reader of YAML; nil where there is none.
    private func commands(_ file: String, _ steps: String, _ key: String, in folder: Folder) throws -> [String]? {
        let program = """
            document = yaml.safe_load(open(sys.argv[1], encoding='utf-8'))
            print(json.dumps([step['\(key)'] for step in document\(steps) if step.get('\(key)', '').startswith('mail2graph')]))
            """
        guard let output = try folder.python(program, modules: "yaml", arguments: Self.examples + "/" + file) else { return nil }
        #expect(output.code == 0, "\(output.errors)")
        return try JSONDecoder().decode([String].self, from: Data(output.out))
    }

    /// Runs a command with the tool in the PATH.
    private func shell(_ command: String, in folder: Folder) throws -> ProgramRun {
        let path = "PATH=\(executable.deletingLastPathComponent().path):$PATH; export PATH\n"
        return try folder.run("/bin/bash", ["-e", "-c", path + command])
    }

    @Test("GitHub Actions: the report is made, then the last step fails for the remarks")
    func gitHub() throws {
        let folder = try Folder(["a.ps1": sendingScript])
        guard let commands = try commands("github-actions.yml", "['jobs']['check']['steps']", "run", in: folder) else { return }
        #expect(commands.count == 2)
        #expect(try shell(commands[0], in: folder).code == 0)
        #expect(try folder.text("mail2graph.sarif").contains("\"smtp-auth\""))
        #expect(try shell(commands[1], in: folder).code == 1)
        try folder.write("a.ps1", Array("Get-Date\n".utf8))
        for command in commands { #expect(try shell(command, in: folder).code == 0) }
    }

    @Test("Azure Pipelines: the step fails for the remarks")
    func azure() throws {
        let folder = try Folder(["a.ps1": sendingScript])
        guard let commands = try commands("azure-pipelines.yml", "['steps']", "script", in: folder) else { return }
        #expect(commands.count == 1)
        let check = try shell(commands[0], in: folder)
        #expect(
            check.code == 1 && String(decoding: check.out, as: UTF8.self).hasPrefix("##vso[task.logissue type=warning;sourcepath=a.ps1;"))
    }

    @Test("pre-commit: the hook that the example names is there, and its command takes files")
    func preCommit() throws {
        let folder = try Folder(["a.ps1": sendingScript, "b.ps1": "Get-Date\n"])
        let program = """
            hooks = {hook['id']: hook for hook in yaml.safe_load(open(sys.argv[1]))}
            config = yaml.safe_load(open(sys.argv[2]))
            for repository in config['repos']:
                for hook in repository['hooks']: print(json.dumps(hooks[hook['id']]))
            """
        let output = try folder.python(
            program, modules: "yaml", arguments: repository.appendingPathComponent(".pre-commit-hooks.yaml").path,
            Self.examples + "/pre-commit-config.yaml")
        guard let output else { return }
        #expect(output.code == 0, "\(output.errors)")
        let hook = try JSONDecoder().decode([String: String].self, from: Data(output.out))
        let entry = try #require(hook["entry"])
        #expect(try shell(entry + " a.ps1 b.ps1", in: folder).code == 1)
        #expect(try shell(entry + " b.ps1", in: folder).code == 0)
        let names = try Regex(try #require(hook["files"]))
        #expect(try ["a.ps1", "b/c.PSM1", "d.psd1", "e.ps1xml"].map { try names.firstMatch(in: $0) != nil } == [true, true, true, false])
    }

    @Test("git's own hook: looks at what is committed, not at what lies in the folder")
    func gitHook() throws {
        let folder = try Folder()
        func git(_ arguments: String) throws -> ProgramRun {
            try shell("git -c user.name=a -c user.email=a@b.c \(arguments)", in: folder)
        }
        #expect(try git("init -q .").code == 0)
        _ = try folder.run("/bin/cp", [Self.examples + "/git-hooks/pre-commit", folder[".git/hooks/pre-commit"]])
        try folder.write("sub/two words.PS1", Array(sendingScript.utf8))
        _ = try git("add .")
        // Mended in the folder only.
        try folder.write("sub/two words.PS1", Array("Get-Date\n".utf8))
        let refused = try git("commit -q -m a")
        #expect(refused.code == 1 && refused.errors.hasPrefix("sub/two words.PS1:2:1: warning: "))
        _ = try git("add .")
        #expect(try git("commit -q -m a").code == 0)
        // The settings are those that are committed.
        try folder.write("mail2graph.psd1", Array("@{ Servers = @{ Relay = 'smtp.office365.com' } }".utf8))
        _ = try git("add . && true")
        #expect(try git("commit -q -m b").code == 0)
        try folder.write("a.ps1", Array(sendingScript.utf8))
        _ = try git("add .")
        #expect(try git("commit -q -m c").code == 0)
        try folder.write("readme.txt", Array("text".utf8))
        _ = try git("add .")
        #expect(try git("commit -q -m d").code == 0)
    }
}
