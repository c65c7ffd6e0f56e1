/// The names by which scripts send mail, in lower case: the finders look for them in the tree, and ``mayHoldSend(_:)`` looks
/// for them in the bytes.
///
/// A script without any of them is never parsed. So a finder takes every name that it looks for from here, and a new
/// sender is a name in ``all`` before it is anything else.
enum SenderNames {
    static let sendMailMessage = "send-mailmessage"
    /// The last part of a class's name: the namespace in front of it may be left out.
    static let smtpClient = "smtpclient"
    static let webMail = "smtpmail"
    static let collaborationDataObjects = "cdo.message"
    static let outlook = "outlook.application"
    static let exchangeWebServices = "data.emailmessage"
    /// The end of the address of a request to Graph.
    static let sendRequest = "/sendmail"
    /// Its counterpart for a draft, `/messages/{id}/send`, begins with this.
    static let messages = "/messages/"
    /// A command within a mail that is written as a block.
    static let mailBlockServer = "emailserver"
    static let sharePoint = "sputility"
    static let sharePointClient = "utilities.utility"
    static let databaseMail = "sp_send_dbmail"
    /// What makes a call of curl send mail: one of these stands in its arguments.
    static let curlMarks = ["--mail-from", "--mail-rcpt", "smtp://", "smtps://"]
    /// Sends nothing, but says with which TLS the process does.
    static let servicePointManager = "servicepointmanager"

    /// What stands in a script that sends: one of these at least.
    static let all =
        [
            sendMailMessage, smtpClient, webMail, collaborationDataObjects, outlook, exchangeWebServices, sendRequest, messages,
            mailBlockServer, servicePointManager, sharePoint, sharePointClient, databaseMail,
        ] + curlMarks + KnownSender.commands.keys.sorted() + KnownSender.programs.keys.sorted().flatMap(spellings)

    /// How a command or program can be written. Programs with names that others have too are known by what stands around them.
    static func spellings(of name: String) -> [String] {
        KnownSender.commonNames.contains(name) ? ["\\" + name, "/" + name, name + ".exe"] : [name]
    }

    /// The module of a command's qualified name that counts as the command.
    static let module = "microsoft.powershell.utility"
}
