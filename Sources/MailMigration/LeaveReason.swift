/// Why a send is left as it is.
struct LeaveReason: Error {
    let category: Category
    /// Part of a sentence: `its server, $x, is only known when the script runs`.
    let reason: String
    /// What to do about it: a sentence.
    let advice: String

    init(_ category: Category, _ reason: String, advice: String) {
        self.category = category
        self.reason = reason
        self.advice = advice
    }

    /// The reason as a sentence.
    var sentence: String { reason.prefix(1).uppercased() + reason.dropFirst() + "." }

    /// A person looked at the change and did not want it.
    static let rejected = LeaveReason(
        .rejected, "it was rejected in the review", advice: "Accept it and run again if it is to move after all.")

    /// Nobody has looked at the change so far.
    static let undecided = LeaveReason(
        .undecided, "nobody has decided about it", advice: "Accept or reject it and run again.")

    /// What becomes of a send that is left for it.
    var outcome: Finding.Outcome {
        switch category {
        case .otherServer: .stays
        case .otherFile: .elsewhere
        default: .left
        }
    }

    /// What such reasons are counted under. The raw value is the line of a summary.
    enum Category: String {
        case unclearArguments = "arguments that are only known when the script runs"
        case missingArgument = "an argument is missing that Send-MailMessage wants"
        case unknownServer = "a server that is only known when the script runs"
        case otherServer = "a server that is not Exchange Online"
        case badAddress = "what should be a mail address is none"
        case badValue = "a value on which Send-MailMessage fails"
        case runningText = "a text that runs as code"
        case place = "a place where no other statement can stand"
        case graphSession = "a Graph session of the script's own"
        case signed = "a signed script"
        case rejected = "rejected in the review"
        case undecided = "not decided in the review"
        case otherFile = "a command of that name in another file"
        case unclearCommand = "a name that may mean a command of another file"
        case otherSender = "another way of sending than Send-MailMessage"
    }
}
