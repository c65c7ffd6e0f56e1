import PowerShellAnalysis

extension CommandSignature {
    /// `Send-MailMessage` of Windows PowerShell 5.1 and PowerShell 7 together.
    ///
    /// Source: SendMailMessage.cs of the PowerShell repository.
    static let sendMailMessage = CommandSignature([
        .init("Attachments", aliases: ["PsPath"]),
        .init("Bcc"),
        .init("Body", position: 2),
        .init("BodyAsHtml", aliases: ["BAH"], isSwitch: true),
        .init("Encoding", aliases: ["BE"]),
        .init("Cc"),
        .init("DeliveryNotificationOption", aliases: ["DNO"]),
        .init("From"),
        .init("SmtpServer", aliases: ["ComputerName"], position: 3),
        .init("Priority"),
        .init("ReplyTo"),
        .init("Subject", aliases: ["sub"], position: 1),
        .init("To", position: 0),
        .init("Credential"),
        .init("UseSsl", isSwitch: true),
        .init("Port"),
    ])
}
