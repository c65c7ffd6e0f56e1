/// Something about a script that a pipeline or an editor shows beside its code.
struct Remark: Hashable, Sendable {
    var rule: Rule
    /// As it is shown.
    var path: String
    /// As ``Inventory/Script/uri``.
    var uri: String
    var place: Inventory.Place
    var message: String
    var fingerprint: String

    /// The raw value is the rule's id: pipelines remember remarks by it.
    enum Rule: String, CaseIterable, Sendable {
        case movable = "smtp-auth"
        case left = "smtp-auth-by-hand"
        case oldTLS = "old-tls"
        case relay = "relay"
    }
}

extension Inventory {
    /// All there is to remark, in the order of the scripts.
    var remarks: [Remark] {
        scripts.flatMap { script in
            let sends = script.sends.compactMap { send in
                send.rule.map {
                    Remark(
                        rule: $0, path: script.path, uri: script.uri, place: send.place, message: send.message(for: $0),
                        fingerprint: send.fingerprint)
                }
            }
            let settings = script.protocolSettings.filter { $0.tls == .old }.enumerated().map { index, setting in
                Remark(
                    rule: .oldTLS, path: script.path, uri: script.uri, place: setting.place,
                    message: "Sets an old version of TLS, which Graph and Exchange Online refuse. "
                        + "Write [Net.SecurityProtocolType]::Tls12, as mail2graph diff --only tls does where the script sends.",
                    fingerprint: "tls:\(index + 1)")
            }
            return (sends + settings).sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
        }
    }
}

extension Inventory.Send {
    fileprivate var rule: Remark.Rule? {
        switch status {
        case .moves, .secured: .movable
        case .left: .left
        case .stays: .relay
        case .elsewhere, .onGraph, .unaffected: nil
        }
    }

    fileprivate func message(for rule: Remark.Rule) -> String {
        switch rule {
        case .movable:
            let server = server.values.isEmpty ? "" : " through \(server.text)"
            return "\(sender) sends\(server) with SMTP AUTH, which Exchange Online switches off. Run mail2graph diff to see it on Graph."
        case .left, .relay, .oldTLS: return ([message, advice].compactMap { $0 }).joined(separator: " ")
        }
    }
}

extension Remark.Rule {
    enum Level: String, Sendable {
        case warning, note
    }

    var level: Level { self == .relay ? .note : .warning }

    /// A few words.
    var title: String {
        switch self {
        case .movable: "Sends with SMTP AUTH and can move to Graph"
        case .left: "May send with SMTP AUTH and has to be seen to by hand"
        case .oldTLS: "Sets an old version of TLS"
        case .relay: "Sends through a server that is not Exchange Online"
        }
    }

    /// What it means and what to do: Markdown.
    var help: String {
        switch self {
        case .movable:
            """
            Exchange Online switches basic authentication for SMTP AUTH off; from then on this message is not sent any more.

            `mail2graph diff` shows what the send becomes on Microsoft Graph, `mail2graph migrate` writes it and keeps the old version.
            """
        case .left:
            """
            This sends by SMTP, or may, and it can't be shown that it could move to Microsoft Graph unchanged. The message says why \
            and what to do. Where its server is Exchange Online, it stops when basic authentication is switched off.

            When the server is known to be Exchange Online though the script does not say so, run with `--server-policy all`.
            """
        case .oldTLS:
            """
            The script allows nothing newer than TLS 1.1, which Microsoft Graph and Exchange Online refuse.

            Write `[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12`. Where the script sends through \
            Exchange Online, `mail2graph migrate --only tls` does it.
            """
        case .relay:
            "The end of SMTP AUTH in Exchange Online does not touch it. Nothing has to be done unless the server goes away."
        }
    }
}
