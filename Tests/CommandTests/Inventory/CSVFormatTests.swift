import Testing

@Suite("inventory --format csv")
struct CSVFormatTests {
    @Test("is read back by Python's reader, and no cell is a formula")
    func readBack() throws {
        let folder = try Folder(sampleScripts)
        let csv = try folder.mail2graph("inventory", ".", "--format", "csv", "-o", "mail.csv")
        #expect(csv.code == 0)
        let text = try folder.text("mail.csv")
        #expect(text.hasPrefix("\u{FEFF}path,line,column,status,sender,"))
        #expect(text.split(separator: "\r\n", omittingEmptySubsequences: false).count == 8)
        #expect(!text.contains("Pa55word"))

        let program = """
            rows = list(csv.DictReader(open('mail.csv', newline='', encoding='utf-8-sig')))
            cells = [cell for row in rows for cell in row.values()]
            assert all(cell[:1] not in list('=+-@\\t\\r') for cell in cells), cells
            print(json.dumps([[row[k] for k in ('path', 'line', 'status', 'server', 'from', 'mailbox')] for row in rows]))
            """
        guard let output = try folder.python(program, modules: "csv") else { return }
        #expect(output.code == 0, "\(output.errors)")
        let rows = String(decoding: output.out, as: UTF8.self)
        #expect(rows.contains(#"["moves.ps1", "2", "moves", "smtp.office365.com", "r@contoso.com", "svc@contoso.com"]"#))
        #expect(rows.contains(#"["relay.ps1", "2", "stays", "relay.contoso.local", "\"R|D\" <r@contoso.com>","#))
    }

    @Test("quotes what has to be quoted, and guards what would be a formula")
    func cells() throws {
        let script = "Send-EmailMessage -Server '=1+1' -From 'say \"a\", b' -To x\nSend-EmailMessage -Server '@SUM(1)' -From '-1' -To x\n"
        let folder = try Folder(["a,b.ps1": script])
        let lines = String(decoding: try folder.mail2graph("inventory", ".", "--format", "csv").out, as: UTF8.self).split(separator: "\r\n")
        // In a pipe without the mark.
        #expect(lines[0].hasPrefix("path,line,"))
        #expect(lines[1].hasPrefix(#""a,b.ps1",1,1,"#) && lines[1].contains(#",'=1+1,"#) && lines[1].contains(#","say ""a"", b","#))
        #expect(lines[2].contains(",'@SUM(1),") && lines[2].contains(",'-1,"))
    }
}
