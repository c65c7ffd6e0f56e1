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
    static let exchangeWebServices = "emailmessage"
    /// The end of the address of a request to Graph.
    static let sendRequest = "/sendmail"
    /// Its counterpart for a draft, `/messages/{id}/send`, begins with this.
    static let messages = "/messages/"
    /// A command within a mail that is written as a block.
    static let mailBlockServer = "emailserver"

    /// Every name of which one at least stands in a script that sends.
    static let all =
        [
            sendMailMessage, smtpClient, webMail, collaborationDataObjects, outlook, exchangeWebServices, sendRequest, messages,
            mailBlockServer,
        ] + KnownSender.commands.keys.sorted() + KnownSender.programs.keys.sorted()

    /// Those that are commands: a script may put their names together when it calls them.
    static let commands = [sendMailMessage]

    /// The module of a command's qualified name that counts as the command.
    static let module = "microsoft.powershell.utility"
}
