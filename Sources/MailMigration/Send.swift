import PowerShellAnalysis
import PowerShellSyntax

/// A send of a script in one form, whatever it was written with. Every target prints this value.
struct Send {
    /// The statement, or what of it is replaced.
    let place: SendPlace
    let from: ScriptValue
    /// The user of the credential, where the script tells.
    let credentialUser: ScriptValue?
    let to: ScriptValue
    let cc: ScriptValue?
    let bcc: ScriptValue?
    let replyTo: ScriptValue?
    let subject: ScriptValue?
    let body: ScriptValue?
    let bodyAsHtml: SwitchValue
    let priority: ScriptValue?
    let deliveryNotification: ScriptValue?
    let attachments: ScriptValue?
    let errors: ErrorHandling
    let cloud: Cloud
    /// Hashtables that only fed this send; their statements go.
    let consumedSplats: [AssignmentStatement]
    /// What the person who reviews should know.
    var notes: [String]
}

/// A switch of a call.
enum SwitchValue {
    case off
    case on
    /// Known when the script runs.
    case dynamic(ScriptValue)
}
