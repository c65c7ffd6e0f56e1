/// Remarks as code scanning takes them.
struct SARIFFormat: InventoryFormat {
    /// The name that code scanning knows the folder by that it looks at.
    private static let sourceRoot = "%SRCROOT%"

    /// Which of the remarks are results.
    let remarks: @Sendable (Inventory) -> [Remark]

    func render(_ inventory: Inventory) -> String {
        let driver = SARIFLog.Driver(
            name: inventory.tool.name, version: inventory.tool.version, semanticVersion: inventory.tool.version,
            rules: Remark.Rule.allCases.map(SARIFLog.Rule.init))
        let invocation = SARIFLog.Invocation(
            executionSuccessful: !inventory.problems.contains(where: \.isFailure),
            toolExecutionNotifications: inventory.problems.map(SARIFLog.Notification.init))
        let root = SARIFLog.ArtifactLocation(description: .init(text: "The folder that mail2graph was run in."))
        return json(
            SARIFLog(runs: [
                SARIFLog.Run(
                    tool: .init(driver: driver), automationDetails: .init(id: inventory.tool.name + "/"),
                    originalUriBaseIds: [Self.sourceRoot: root], invocations: [invocation], results: remarks(inventory).map(result))
            ]))
    }

    private func result(_ remark: Remark) -> SARIFLog.Result {
        let isRelative = !remark.uri.hasPrefix("file:")
        let location = SARIFLog.PhysicalLocation(
            artifactLocation: .init(uri: remark.uri, uriBaseId: isRelative ? Self.sourceRoot : nil),
            region: .init(
                startLine: remark.place.line, startColumn: remark.place.column, endLine: remark.place.endLine,
                endColumn: remark.place.endColumn))
        return SARIFLog.Result(
            ruleId: remark.rule.rawValue, ruleIndex: Remark.Rule.allCases.firstIndex(of: remark.rule)!, level: remark.rule.level.rawValue,
            message: .init(text: remark.message), locations: [.init(physicalLocation: location)],
            partialFingerprints: ["primaryLocationLineHash": remark.fingerprint])
    }
}

extension SARIFLog.Rule {
    fileprivate init(_ rule: Remark.Rule) {
        self.init(
            id: rule.rawValue, name: rule.title, shortDescription: .init(text: rule.title), fullDescription: .init(text: rule.title + "."),
            help: .init(text: rule.help.replacing("`", with: ""), markdown: rule.help),
            defaultConfiguration: .init(level: rule.level.rawValue), properties: .init(tags: ["email", "exchange-online"]))
    }
}

extension SARIFLog.Notification {
    fileprivate init(_ problem: Inventory.Trouble) {
        let place = problem.line.map { "\(problem.path):\($0)" } ?? problem.path
        let text = [problem.reason, problem.advice].compactMap { $0 }.joined(separator: "; ")
        self.init(level: problem.isFailure ? "error" : "warning", message: .init(text: "\(place): \(text)"))
    }
}
