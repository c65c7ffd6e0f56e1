import Foundation
import Testing

@Suite("inventory --format html and markdown")
struct PageFormatTests {
    @Test("the page is well-formed, needs no network and shows text as text")
    func html() throws {
        let folder = try Folder(sampleScripts.merging(["broken.ps1": brokenScript + "Send-MailMessage"]) { $1 })
        #expect(try folder.mail2graph("inventory", ".", "--format", "html", "-o", "mail.html").code == 1)
        let page = try folder.text("mail.html")
        #expect(page.contains("<code>sub/unknown &amp; &lt;b&gt;.ps1</code>") && !page.contains("<b>.ps1"))
        #expect(
            page.contains("<td>relay.contoso.local</td>") && page.contains("New-ManagementScope") && page.contains("prefers-color-scheme"))
        #expect(page.contains("default-src 'none'") && !page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
        #expect(!page.contains("Pa55word"))
        // The page is XML too, but for the line on top and tags that are never closed.
        let program = """
            text = open('mail.html', encoding='utf-8').read().replace('<!DOCTYPE html>', '')
            text = re.sub(r'<(meta[^>]*|br)>', r'<\\1/>', text)
            root = ElementTree.fromstring(text)
            print(len(root.findall('.//tbody')))
            """
        guard let output = try folder.python(program, modules: "re", "xml.etree.ElementTree as ElementTree") else { return }
        #expect(output.code == 0, "\(output.errors)")
        #expect(String(decoding: output.out, as: UTF8.self) == "4\n")
    }

    @Test("Markdown keeps its tables whatever stands in the cells")
    func markdown() throws {
        let script = "Send-EmailMessage -Server 'a|b`c' -From 'x' -To y\n"
        let folder = try Folder(["a*b_[c](d).ps1": script, "moves.ps1": sampleScripts["moves.ps1"]!])
        let text = String(decoding: try folder.mail2graph("inventory", ".", "--format", "markdown").out, as: UTF8.self)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.count == 2)
        for row in rows { #expect(row.replacing("\\|", with: "").split(separator: "|").count == 8, "\(row)") }
        #expect(rows[0].hasPrefix("| `a*b_[c](d).ps1:1` | stays | `Send-EmailMessage (Mailozaurr)` | ``a\\|b`c`` | `x` |"))
        #expect(text.contains("```powershell\nConnect-ExchangeOnline\n") && text.contains("## Next\n\n```sh\nmail2graph diff .\n```\n"))
        #expect(!text.contains("Pa55word"))
    }
}
