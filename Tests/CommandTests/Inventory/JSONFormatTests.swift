import Foundation
import TestSupport
import Testing

@testable import mail2graph

@Suite("inventory --format json")
struct JSONFormatTests {
    private func inventory(_ folder: Folder, _ path: String = ".") throws -> Inventory {
        try JSONDecoder().decode(Inventory.self, from: Data(try folder.mail2graph("inventory", path, "--format", "json").out))
    }

    @Test("holds what was found, and no secret")
    func content() throws {
        let folder = try Folder(sampleScripts.merging(["broken.ps1": brokenScript + "Send-MailMessage"]) { $1 })
        let inventory = try inventory(folder)
        #expect(inventory.scripts.map(\.path) == ["graph.ps1", "moves.ps1", "old.ps1", "relay.ps1", "sub/unknown & <b>.ps1"])
        #expect(inventory.totals.scripts == 7 && inventory.totals.sendingScripts == 4 && inventory.totals.sends == 6)
        #expect(
            inventory.totals.byStatus == ["moves": 1, "secured": 0, "left": 2, "stays": 1, "elsewhere": 0, "onGraph": 2, "unaffected": 0])
        #expect(inventory.scripts[4].uri == "sub/unknown%20%26%20%3Cb%3E.ps1")
        #expect(inventory.scripts[2].sends.isEmpty && inventory.scripts[2].protocolSettings.map(\.tls) == [.old])

        let send = try #require(inventory.scripts[1].sends.first)
        #expect(send.status == .moves && send.signIn == .init(kind: "credential", user: .init(values: ["svc@contoso.com"])))
        #expect(send.usesTLS == true && send.mailboxes.values == ["svc@contoso.com"])
        #expect(inventory.needs.mailboxes == ["g@contoso.com", "svc@contoso.com"])
        #expect(inventory.needs.unknownMailboxes.map(\.expression) == ["$someone"])
        #expect(inventory.problems.map(\.path) == ["broken.ps1"] && inventory.problems[0].line == 1 && !inventory.problems[0].isFailure)
        #expect(!String(decoding: try folder.mail2graph("inventory", ".", "--format", "json").out, as: UTF8.self).contains("Pa55word"))
    }

    @Test("counts columns in units of UTF-16, and tells the same sends of a script apart")
    func places() throws {
        let folder = try Folder(sampleScripts)
        let sends = try inventory(folder, "sub").scripts[0].sends
        #expect(sends[0].place.line == 2 && sends[0].place.column == 10)
        #expect(sends[1].place.column == 1)
        #expect(sends[0].fingerprint.dropLast(2) == sends[1].fingerprint.dropLast(2) && sends[0].fingerprint != sends[1].fingerprint)
        // Lines above do not change what a send is known by.
        try folder.write("sub/unknown & <b>.ps1", Array(("\n\n" + sampleScripts["sub/unknown & <b>.ps1"]!).utf8))
        #expect(try inventory(folder, "sub").scripts[0].sends.map(\.fingerprint) == sends.map(\.fingerprint))
    }

    @Test("--schema prints the schema that is published, and the inventory follows it")
    func schema() throws {
        let folder = try Folder(sampleScripts.merging(["broken.ps1": brokenScript + "Send-MailMessage"]) { $1 })
        let printed = try folder.mail2graph("inventory", "--schema", "-o", "schema.json")
        #expect(printed.code == 0 && printed.errors.isEmpty)
        let published = repository.appendingPathComponent("schemas/inventory.schema.json")
        #expect(try folder.text("schema.json") == String(contentsOf: published, encoding: .utf8))

        _ = try folder.mail2graph("inventory", ".", "--format", "json", "-o", "inventory.json")
        // Every object's keys are those of the schema, in both directions.
        let keys = """
            schema = json.load(open('schema.json')); value = json.load(open('inventory.json'))
            def check(value, rule, place):
                if 'anyOf' in rule: rule = rule['anyOf'][0] if value is not None else rule['anyOf'][1]
                if '$ref' in rule: rule = schema['$defs'][rule['$ref'].split('/')[-1]]
                if 'const' in rule: assert value == rule['const'], place
                if 'enum' in rule: assert value in rule['enum'], (place, value)
                kinds = {'string': str, 'integer': int, 'boolean': bool, 'object': dict, 'array': list, 'null': type(None)}
                types = rule.get('type', [])
                types = types if isinstance(types, list) else [types]
                assert not types or type(value) in [kinds[t] for t in types], (place, value)
                if isinstance(value, dict):
                    assert set(value) == set(rule['required']) == set(rule['properties']), (place, set(value) ^ set(rule['required']))
                    for key in value: check(value[key], rule['properties'][key], place + '/' + key)
                if isinstance(value, list):
                    for item in value: check(item, rule['items'], place + '/*')
            check(value, schema, '')
            """
        if let output = try folder.python(keys) { #expect(output.code == 0, "\(output.errors)") }
        let validation = "jsonschema.validate(json.load(open('inventory.json')), json.load(open('schema.json')))"
        if let output = try folder.python(validation, modules: "jsonschema") { #expect(output.code == 0, "\(output.errors)") }
    }
}
