import TestSupport

/// Makes scripts that send mail, in random combinations of parameters, quoting, splats and layouts: the same for the same seed.
final class ScriptGenerator {
    private var random: SeededGenerator
    private var number = 0

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    // MARK: Choosing

    private func pick<Element>(_ choices: [Element]) -> Element { choices.randomElement(using: &random)! }
    private func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    // MARK: The script

    /// A script of one to three sends with what they need, its lines ended by LF and indented by four blanks.
    func script() -> String {
        var lines: [String] = []
        if chance(30) { lines += pick([["#Requires -Version 5.1"], ["<#", ".SYNOPSIS", "Reports – täglich.", "#>"], ["# Reports", ""]]) }
        if chance(30) {
            lines += pick([
                ["param([string]$Title = 'Report', $Extra)"], ["[CmdletBinding()]", "param(", "    [string]$Title = 'Report'", ")", ""],
            ])
        }
        if chance(20) {
            lines.append(
                pick(["[Net.ServicePointManager]::SecurityProtocol = 'Tls12'", "[Net.ServicePointManager]::SecurityProtocol = 'Tls'"]))
        }
        lines += [
            "$from = 'me@contoso.com'", "$people = 'a@contoso.com', 'b@contoso.com'", "$title = \"Report of $env:COMPUTERNAME\"",
            "$server = 'smtp.office365.com'",
        ]
        for _ in 0..<pick([1, 1, 2, 3]) { lines += placed(send()) }
        if chance(30) { lines.append("Write-Output 'done' # Ende – ü") }
        return lines.joined(separator: "\n") + (chance(80) ? "\n" : "")
    }

    // MARK: Layout

    /// Lines somewhere in the script.
    private func placed(_ lines: [String]) -> [String] {
        let inner = lines.map { "    " + $0 }
        number += 1
        switch pick(Array(0..<17)) {
        case 0: return ["if ($people) {"] + inner + ["}"]
        case 1: return ["if ($people) {"] + inner + ["} else {", "    'nobody'", "}"]
        case 2: return ["foreach ($person in $people) {"] + inner + ["}"]
        case 3: return ["$people | ForEach-Object {"] + inner + ["}"]
        case 4: return ["function Send-Report\(number) {"] + inner + ["}", "Send-Report\(number)"]
        case 5: return ["try {"] + inner + ["} catch {", "    'failed'", "}"]
        case 6 where lines.count == 1: return ["if ($people) { \(lines[0]) }"]
        case 7 where lines.count == 1: return ["'a'; \(lines[0]); 'b'"]
        case 8: return ["", "# Sends it", ""] + lines + [""]
        case 9 where lines.count == 1: return ["\(lines[0]) # the report"]
        case 11 where lines.count == 1:
            number += 1
            let others = send()
            return others.count == 1 ? ["\(lines[0]); \(others[0])"] : lines + others
        case 12: return ["& {"] + inner + ["}"]
        case 13: return ["if ($people) {"] + ["    if ($title) {"] + inner.map { "    " + $0 } + ["    }", "}"]
        case 10: return ["switch ($title) {", "    default {"] + inner.map { "    " + $0 } + ["    }", "}"]
        default: return lines
        }
    }

    // MARK: One send

    /// The lines of one send with its hashtable, where it has one.
    private func send() -> [String] {
        var arguments = arguments()
        arguments.shuffle(using: &random)
        switch pick(Array(0..<6)) {
        case 0: return [call(arguments.map(written))]
        case 1: return continued(arguments.map(written))
        case 2: return hashtable(arguments) + ["Send-MailMessage @mail\(number)"]
        case 3:
            let split = Int.random(in: 0...arguments.count, using: &random)
            return hashtable(Array(arguments[..<split])) + [call(["@mail\(number)"] + arguments[split...].map(written))]
        case 4:
            let split = Int.random(in: 0...arguments.count, using: &random)
            return hashtable(Array(arguments[..<split])) + arguments[split...].map(added) + ["Send-MailMessage @mail\(number)"]
        default:
            let rest = arguments.filter { !["To", "Subject", "Body", "SmtpServer"].contains($0.name) }
            func value(_ name: String) -> String? { arguments.first { $0.name == name }?.value }
            let places = [value("To"), value("Subject"), value("Body"), value("SmtpServer")].prefix { $0 != nil }.map { $0! }
            let named = arguments.filter { one in ["To", "Subject", "Body", "SmtpServer"].dropFirst(places.count).contains(one.name) }
            return [call(places + (named + rest).map(written))]
        }
    }

    private struct Argument {
        let name: String
        /// Nil for a switch.
        let value: String?
    }

    private func arguments() -> [Argument] {
        var arguments = [
            Argument(
                name: "From",
                value: pick(["me@contoso.com", "'me@contoso.com'", "\"Me <me@contoso.com>\"", "$from", "'\"Me, X\" <me@contoso.com>'"])),
            Argument(name: "To", value: recipients()),
            Argument(name: "SmtpServer", value: pick(["smtp.office365.com", "'smtp.office365.com'", "\"smtp.office365.com\"", "$server"])),
        ]
        func add(_ percent: Int, _ name: String, _ values: [String?]) {
            if chance(percent) { arguments.append(Argument(name: name, value: pick(values))) }
        }
        add(
            90, "Subject",
            [
                "Report", "'It''s done'", "\"Report for $title\"", "$title", "('Report ' + $title)", "\"$(Get-Date -Format d): $title\"",
                "'Prüfung – ok'",
            ])
        add(
            85, "Body",
            [
                "'All well'", "\"Dear $title,`nall well\"", "$title", "(Get-Content log.txt | Out-String)", "(Get-Content log.txt -Raw)",
                "('a' + $title)", "'<b>äöü</b>'",
                "(\"{0} of {1}\" -f 1, 2)", "@'\nDear all,\n    it's done.\n'@", "@\"\nDear $title,\n\n  well: $(1 + 1)\n\"@",
                "$(Get-Date -Format d)", "($people -join ', ')",
            ])
        if arguments.last?.name == "Body", chance(30) { arguments.append(Argument(name: "BodyAsHtml", value: nil)) }
        if chance(25) { arguments.append(Argument(name: "Cc", value: recipients())) }
        if chance(15) { arguments.append(Argument(name: "Bcc", value: recipients())) }
        add(
            20, "Attachments",
            ["'a.txt'", "C:\\logs\\a.txt", "'a.txt', \"b $title.txt\"", "@('a.txt')", "$title", "(Join-Path $env:TEMP 'a.csv')"])
        add(20, "Priority", ["High", "'Low'", "Normal"])
        add(10, "DeliveryNotificationOption", ["OnSuccess", "OnFailure", "'None'"])
        add(15, "ErrorAction", ["Stop", "SilentlyContinue", "Continue"])
        add(10, "Encoding", ["UTF8", "([Text.Encoding]::UTF8)"])
        add(15, "Credential", ["$credential", "(Get-Credential me@contoso.com)"])
        add(30, "Port", ["587"])
        if chance(30) { arguments.append(Argument(name: "UseSsl", value: nil)) }
        return arguments
    }

    private func recipients() -> String {
        pick([
            "a@contoso.com", "'a@contoso.com'", "a@contoso.com, b@contoso.com", "'a@contoso.com','B <b@contoso.com>'",
            "@('a@contoso.com'; 'b@contoso.com')", "$people",
            "\"Ann <a@contoso.com>\"", "$from", "$people[0]", "($people | Select-Object -First 1)", "@($from)", "\"$from\"",
        ])
    }

    // MARK: Writing

    private func call(_ words: [String]) -> String {
        (["Send-MailMessage"] + words + (chance(8) ? ["<# sent daily #>"] : [])).joined(separator: " ")
    }

    private func continued(_ words: [String]) -> [String] {
        let lines = ["Send-MailMessage"] + words.map { "    " + $0 }
        return lines.dropLast().map { $0 + " `" } + lines.suffix(1)
    }

    /// `-Name value`, cut short, with a colon.
    private func written(_ argument: Argument) -> String {
        let short = [
            "From": "fr", "Subject": "sub", "Attachments": "att", "BodyAsHtml": "bah", "ErrorAction": "ea", "SmtpServer": "sm",
            "Credential": "cred",
        ][argument.name]
        let name = "-" + (chance(15) ? short ?? argument.name.lowercased() : argument.name)
        guard let value = argument.value else { return name + (chance(20) ? ":$true" : "") }
        return name + (chance(10) ? ":" : " ") + value
    }

    private func hashtable(_ arguments: [Argument]) -> [String] {
        let entries = arguments.map { "\($0.name) = \(inExpression($0))" }
        if chance(20) { return ["$mail\(number) = @{ " + entries.joined(separator: "; ") + " }"] }
        let comment = chance(15) ? ["    # what it says"] : []
        return ["$mail\(number) = @{"] + comment + entries.map { "    " + $0 } + ["}"]
    }

    private func added(_ argument: Argument) -> String {
        let value = inExpression(argument)
        let set = pick([
            "$mail\(number).\(argument.name) = \(value)", "$mail\(number)['\(argument.name)'] = \(value)",
            "$mail\(number).Add('\(argument.name)', (\(value)))",
        ])
        return chance(15) && !["From", "To", "SmtpServer"].contains(argument.name) ? "if ($title) { \(set) }" : set
    }

    /// An argument's value where an expression stands: bare words are quoted.
    private func inExpression(_ argument: Argument) -> String {
        guard let value = argument.value else { return "$true" }
        guard value.first!.isLetter else { return value }
        return value.split(separator: ", ").map { "'\($0)'" }.joined(separator: ", ")
    }
}
