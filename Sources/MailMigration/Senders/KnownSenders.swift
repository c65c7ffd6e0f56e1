/// A command of a module, or a program, that sends mail, by the names of its parameters.
struct KnownSender: Sendable {
    /// As its makers write it.
    let name: String
    /// Nil for a program.
    let module: String?
    var server: [String] = []
    var port: [String] = []
    var from: [String] = ["From"]
    var credential: [String] = ["Credential"]
    var user: [String] = []
    var tls: [String] = []
    /// Parameters whose presence says that the mail takes another way.
    var others: [(parameters: [String], route: Route)] = []
    /// The way where neither a server nor one of ``others`` is given.
    var route: Route = .smtp

    var kind: Sender.Kind { module == nil ? .program : .module }
}

extension KnownSender {
    /// Commands by their names in lower case.
    ///
    /// Source: the documentation of the modules.
    static let commands: [String: KnownSender] = index([
        KnownSender(
            name: "Send-EmailMessage", module: "Mailozaurr", server: ["Server", "SmtpServer"], port: ["Port"], user: ["Username"],
            tls: ["UseSsl"],
            others: [
                (["Graph", "MgGraphRequest"], .graph), (["SendGrid", "EmailProvider", "Mailgun", "SES"], .service),
            ]),
        KnownSender(
            name: "Send-MailKitMessage", module: "Send-MailKitMessage", server: ["SMTPServer"], port: ["Port"],
            tls: ["UseSecureConnectionIfAvailable"]),
        KnownSender(
            name: "Send-ModernMailMessage", module: "ModernMailTools", server: ["SmtpServer"], port: ["Port"], tls: ["UseSsl"],
            others: [(["ApiKey"], .service)], route: .graph),
        // By SMTP in old versions alone, where it takes a password.
        KnownSender(
            name: "Send-PnPMail", module: "PnP.PowerShell", server: ["Server"], others: [(["Password"], .smtp), (["From"], .graph)],
            route: .service),
        KnownSender(name: "Send-MgUserMail", module: "Microsoft.Graph.Users.Actions", from: ["UserId"], route: .graph),
        KnownSender(name: "Send-MgUserMessage", module: "Microsoft.Graph.Users.Actions", from: ["UserId"], route: .graph),
        KnownSender(name: "Send-MgBetaUserMail", module: "Microsoft.Graph.Beta.Users.Actions", from: ["UserId"], route: .graph),
        KnownSender(name: "Send-MgBetaUserMessage", module: "Microsoft.Graph.Beta.Users.Actions", from: ["UserId"], route: .graph),
        KnownSender(name: "Send-GmailMessage", module: "PSGSuite", route: .service),
        KnownSender(name: "Send-SESEmail", module: "AWS.Tools.SimpleEmail", from: ["Source"], route: .service),
        KnownSender(name: "Send-SES2Email", module: "AWS.Tools.SimpleEmailV2", from: ["FromEmailAddress"], route: .service),
        KnownSender(name: "Send-PSSendGridMail", module: "PSSendGrid", from: ["FromAddress"], route: .service),
    ])

    /// Programs by their names in lower case, without `.exe`.
    ///
    /// Source: their manuals.
    static let programs: [String: KnownSender] = index([
        KnownSender(name: "blat", module: nil, server: ["server"], port: ["port"], from: ["f", "from", "mailfrom"], user: ["u"]),
        KnownSender(name: "swithmail", module: nil, server: ["server"], port: ["port"], from: ["from"], user: ["u"], tls: ["ssl"]),
        KnownSender(name: "sendemail", module: nil, server: ["s"], from: ["f"], user: ["xu"]),
        KnownSender(
            name: "mailsend", module: nil, server: ["smtp"], port: ["port"], from: ["f"], user: ["user"], tls: ["starttls", "ssl"]),
        KnownSender(name: "mailsend-go", module: nil, server: ["smtp"], port: ["port"], from: ["from"], user: ["user"]),
        KnownSender(name: "febootimail", module: nil, server: ["server"], port: ["port"], from: ["from"], user: ["user"], tls: ["tls"]),
        KnownSender(name: "bmail", module: nil, server: ["s"], port: ["p"], from: ["f"]),
        KnownSender(name: "cmail", module: nil, server: ["host"], from: ["from"]),
        KnownSender(
            name: "swaks", module: nil, server: ["server", "s"], port: ["port", "p"], from: ["from", "f"], user: ["auth-user", "au"]),
        KnownSender(name: "msmtp", module: nil, server: ["host"], port: ["port"], from: ["from", "f"], user: ["user"], tls: ["tls"]),
        KnownSender(name: "ssmtp", module: nil, from: ["f"], user: ["au"]),
        KnownSender(name: "sendmail", module: nil, from: ["f"]),
    ])

    /// Names of programs that scripts give to functions of their own too: they count with a path or `.exe` only.
    static let commonNames: Set = ["sendemail", "sendmail", "mailsend", "cmail", "bmail"]

    private static func index(_ senders: [KnownSender]) -> [String: KnownSender] {
        Dictionary(uniqueKeysWithValues: senders.map { ($0.name.lowercased(), $0) })
    }
}
