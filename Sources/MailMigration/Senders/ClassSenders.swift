import PowerShellAnalysis
import PowerShellSyntax

/// Finds .NET classes and COM objects that send mail.
struct ClassSenders {
    let script: ScriptFacts

    var found: [FoundSender] {
        script.tree.nodes.compactMap { node in
            if let type = TypeExpression(node) {
                if let sending = sharePoint(type) { return sending }
                // `[Type]::new()` is the call around it.
                let creation = node.parent.flatMap { ObjectCreation($0) }
                return sending(type.typeName, creation).map { FoundSender(node: node, sending: $0) }
            }
            guard Command(node)?.name?.lowercased() == "new-object" else { return nil }
            if let creation = ObjectCreation(node) {
                return sending(creation.typeName, creation).map { FoundSender(node: node, sending: $0) }
            }
            return nameInArguments(of: Command(node)!).flatMap { sending($0, nil) }.map { FoundSender(node: node, sending: $0) }
        }
    }

    /// The class of a `New-Object` whose arguments can't be told apart.
    private func nameInArguments(of command: Command) -> String? {
        for case .expression(.string(let name)) in command.elements.dropFirst() where sending(name.value, nil) != nil { return name.value }
        return nil
    }

    private func sending(_ type: String, _ creation: ObjectCreation?) -> Sending? {
        let object = creation.map(ScriptObject.init)
        let name = type.lowercased()
        switch name {
        case _ where name.hasSuffix("net.mail." + SenderNames.smtpClient): return client(object)
        case SenderNames.collaborationDataObjects: return messageObject(object)
        case "system.web.mail." + SenderNames.webMail: return webMail(type)
        case SenderNames.outlook where callsMethod("createitem") && callsMethod("send"):
            return Sending(sender: Sender(kind: .com, name: "Outlook.Application"), route: .outlook, signIn: .session)
        case _
        where name.hasSuffix("exchange.webservices." + SenderNames.exchangeWebServices)
            && (callsMethod("send") || callsMethod("sendandsavecopy")):
            return Sending(
                sender: Sender(kind: .dotNet, name: "Microsoft.Exchange.WebServices.Data.EmailMessage"), route: .ews, signIn: .session)
        default: return nil
        }
    }

    /// `[Microsoft.SharePoint.Utilities.SPUtility]::SendEmail(…)` of the farm, or its counterpart of SharePoint Online.
    private func sharePoint(_ type: TypeExpression) -> FoundSender? {
        guard let call = type.node.parent.flatMap({ InvokeMemberExpression($0) }), call.isStatic,
            call.memberName?.lowercased() == "sendemail"
        else { return nil }
        let name = type.typeName.lowercased()
        if name.hasSuffix("sharepoint.client." + SenderNames.sharePointClient) {
            let sender = Sender(kind: .dotNet, name: "Microsoft.SharePoint.Client.Utilities.Utility")
            return FoundSender(node: call.node, sending: Sending(sender: sender, route: .service, signIn: .session))
        }
        guard name.hasSuffix("sharepoint.utilities." + SenderNames.sharePoint) || name == SenderNames.sharePoint else { return nil }
        let sender = Sender(kind: .dotNet, name: "Microsoft.SharePoint.Utilities.SPUtility")
        return FoundSender(
            node: call.node, sending: Sending(sender: sender, route: .smtp),
            advice: "The outgoing mail of the SharePoint farm says through which server: where that is Exchange Online with SMTP AUTH, "
                + "give the farm another server, or send with Send-MailMessage and run again.")
    }

    private func callsMethod(_ name: String) -> Bool {
        script.tree.all(InvokeMemberExpression.self).contains { $0.memberName?.lowercased() == name }
    }

    // MARK: System.Net.Mail.SmtpClient

    private func client(_ object: ScriptObject?) -> Sending {
        var sending = Sending(sender: Sender(kind: .dotNet, name: "System.Net.Mail.SmtpClient"), route: .smtp)
        guard let object else { return sending }
        sending.server = stated(object.arguments.first.map { [$0.node] } ?? object.values(of: "Host"))
        sending.port = stated(object.arguments.count > 1 ? [object.arguments[1].node] : object.values(of: "Port"))
        sending.usesTLS = isOn(object.values(of: "EnableSsl"))
        sending.signIn = signIn(object)
        sending.from = from(object)
        return sending
    }

    private func signIn(_ client: ScriptObject) -> Authentication {
        if let credential = client.values(of: "Credentials").first {
            if let creation = credential.madeObject {
                return creation.arguments.first.map { Authentication(user: Stated($0, script.variables)) } ?? .unknown
            }
            return expression(credential).map { Authentication($0, script.variables) } ?? .credential(user: .nothing)
        }
        switch isOn(client.values(of: "UseDefaultCredentials")) {
        case true: return .defaultCredentials
        case false: return .anonymous
        case nil: return .unknown
        }
    }

    /// `Send(from, to, subject, body)`, or what the message that is sent says.
    private func from(_ client: ScriptObject) -> Stated {
        for call in client.calls(of: ["send", "sendasync", "sendmailasync"]) {
            if call.arguments.count >= 4 { return Stated(call.arguments[0].addressPart, script.variables) }
            guard case .variable(let message)? = call.arguments.first else { continue }
            for assignment in script.variables.assignments(to: message) {
                guard let creation = AssignmentStatement(assignment.node)?.right.node.madeObject else { continue }
                let object = ScriptObject(creation)
                let set = object.values(of: "From")
                if !set.isEmpty { return address(set) }
                if object.arguments.count > 1 { return Stated(object.arguments[0].addressPart, script.variables) }
            }
        }
        return .nothing
    }

    // MARK: CDO.Message and System.Web.Mail

    /// What a message is configured with by the names of Microsoft's schema: `…/configuration/smtpserver`.
    private func messageObject(_ object: ScriptObject?) -> Sending {
        func field(_ name: String) -> [Node] {
            script.tree.all(AssignmentStatement.self).filter { assignment in
                assignment.left.node.descendants.contains {
                    StringConstantExpression($0)?.value.lowercased().hasSuffix("cdo/configuration/" + name) ?? false
                }
            }.map(\.right.node)
        }
        var signIn = Authentication.anonymous
        if !field("sendusername").isEmpty {
            signIn = .credential(user: stated(field("sendusername")))
        } else if stated(field("smtpauthenticate")).values == ["2"] {
            signIn = .defaultCredentials
        }
        return Sending(
            sender: Sender(kind: .com, name: "CDO.Message"), route: .smtp, server: stated(field("smtpserver")),
            port: stated(field("smtpserverport")),
            from: address(object?.values(of: "From") ?? []), signIn: signIn, usesTLS: isOn(field("smtpusessl")))
    }

    private func webMail(_ type: String) -> Sending {
        let servers = script.tree.all(AssignmentStatement.self).filter { assignment in
            guard case .member(let member) = assignment.left, case .type(let owner) = member.expression else { return false }
            return member.memberName?.lowercased() == "smtpserver" && owner.typeName.lowercased() == type.lowercased()
        }
        return Sending(
            sender: Sender(kind: .dotNet, name: "System.Web.Mail.SmtpMail"), route: .smtp, server: stated(servers.map(\.right.node)))
    }

    // MARK: Values

    private func expression(_ node: Node) -> Expression? { Expression(node) ?? Statement(node)?.soleExpression }

    private func stated(_ values: [Node]) -> Stated {
        Stated(anyOf: values.compactMap(expression), script.variables)
    }

    private func address(_ values: [Node]) -> Stated {
        Stated(anyOf: values.compactMap { $0.madeObject?.arguments.first ?? expression($0)?.addressPart }, script.variables)
    }

    /// False where it is not set, as it is by default.
    private func isOn(_ values: [Node]) -> Bool? {
        switch Set(values.map { $0.text.lowercased() }) {
        case [], ["$false"], ["0"]: false
        case ["$true"], ["1"]: true
        default: nil
        }
    }
}
