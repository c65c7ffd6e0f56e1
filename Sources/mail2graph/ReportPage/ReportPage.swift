import Foundation

/// The page that shows what would change and takes decisions: one file that loads nothing.
struct ReportPage {
    /// What the page knows of every script from the start.
    private var index: [JSONValue] = []
    /// Of each script of the index, its lines: read when it is looked at.
    private var details: [UInt8] = []
    /// Of what is shown, so that decisions kept in the browser belong to this report.
    private var content: [JSONValue] = []

    /// Adds what became of a script, if there is anything to show.
    mutating func add(_ result: ScriptResult) {
        if result.findings.isEmpty && result.problems.isEmpty && result.stuckSends == 0 { return }
        details += "<script type=\"application/json\" id=\"d\(index.count)\">".utf8
        details += result.review?.rows ?? JSONValue.null.compact
        details += "</script>\n".utf8
        let planned = result.review?.planned?.json ?? .null
        index.append(result.json(planned: planned))
        content.append(planned)
    }

    /// - Parameters:
    ///   - plan: Without its files, which were added.
    ///   - scriptCount: How many scripts were read.
    ///   - missing: The options that the sign-in needs and that were not given.
    func html(_ plan: Plan, scriptCount: Int, missing: [String]) -> [UInt8] {
        let frame = plan.json
        let summary = JSONValue.object([
            "plan": frame,
            "id": .string(SHA256(JSONValue.array([frame] + content).compact).description),
            "folder": .string("\(plan.folder)"),
            "scripts": .integer(scriptCount),
            "missing": .array(missing.map { .string($0) }),
            "permissions": .array(plan.options.target.permissions.map { .string($0) }),
            "files": .array(index),
        ])
        let (style, program) = (PackageResources.page_css, Self.program)
        let parts: [String: [UInt8]] = [
            "policy": Array(
                "default-src 'none'; base-uri 'none'; form-action 'none'; style-src \(source(style)); script-src \(source(program))".utf8),
            "version": Array(Mail2Graph.program.version.utf8),
            "style": style,
            "index": summary.compact,
            "details": details,
            "program": program,
        ]
        return filled(PackageResources.page_html, parts)
    }

    /// The files of the program one after the other: each uses those before it, none leaves a name behind.
    private static let program: [UInt8] = {
        let files = [
            PackageResources.model_js, PackageResources.filters_js, PackageResources.decisions_js, PackageResources.scripts_js,
            PackageResources.diffs_js, PackageResources.results_js, PackageResources.moving_js, PackageResources.plan_js,
            PackageResources.begin_js,
        ]
        return Array("\"use strict\";\n{\n".utf8) + files.joined(separator: Array("\n".utf8)) + Array("}\n".utf8)
    }()

    /// What the browser runs or styles with is this and nothing else, whatever a script brings in.
    private func source(_ text: [UInt8]) -> String { "'sha256-\(Data(SHA256(text).bytes).base64EncodedString())'" }
}

/// The page with its parts in place of `<!--name-->`.
private func filled(_ page: [UInt8], _ parts: [String: [UInt8]]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = page[...]
    while let open = rest.firstRange(of: Array("<!--".utf8)), let close = rest[open.upperBound...].firstRange(of: Array("-->".utf8)) {
        result += rest[..<open.lowerBound]
        result += parts[String(decoding: rest[open.upperBound..<close.lowerBound], as: UTF8.self)] ?? []
        rest = rest[close.upperBound...]
    }
    return result + rest
}
