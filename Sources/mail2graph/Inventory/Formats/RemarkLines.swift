import ScriptDiff

// Remarks as lines.

extension Remark {
    var line: String {
        "\(path):\(place.line):\(place.column): \(rule.level.rawValue): \(visible(message)) [\(rule.rawValue)]\n"
    }

    /// Source: GitHub, Workflow commands for GitHub Actions. What ends a property or a command is escaped there.
    var gitHubCommand: String {
        let command = rule.level == .note ? "notice" : "warning"
        var properties = [("file", path), ("line", "\(place.line)"), ("col", "\(place.column)")]
        // A column at the end makes sense to it on the same line only.
        if place.endLine == place.line { properties.append(("endColumn", "\(place.endColumn)")) }
        properties += [("endLine", "\(place.endLine)"), ("title", rule.title)]
        let text = properties.map { name, value in
            "\(name)=" + escaped(value, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
        }.joined(separator: ",")
        return "::\(command) \(text)::" + escaped(message, ["%": "%25", "\r": "%0D", "\n": "%0A"]) + "\n"
    }

    /// Source: Microsoft, Logging commands of Azure Pipelines. There is no lesser type than a warning.
    var azureCommand: String {
        let properties = [
            ("type", "warning"), ("sourcepath", path), ("linenumber", "\(place.line)"), ("columnnumber", "\(place.column)"),
            ("code", rule.rawValue),
        ]
        let escapes: [Unicode.Scalar: String] = ["%": "%AZP25", "\r": "%0D", "\n": "%0A", ";": "%3B", "]": "%5D"]
        let text = properties.map { "\($0)=" + escaped($1, escapes) + ";" }.joined()
        return "##vso[task.logissue \(text)]" + escaped(message, ["%": "%AZP25", "\r": "%0D", "\n": "%0A"]) + "\n"
    }

    private func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            if let escape = escapes[scalar] { result += escape } else { result.unicodeScalars.append(scalar) }
        }
    }
}
