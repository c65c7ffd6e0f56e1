import Arguments
import MailMigration

/// Which plan is applied, to what.
struct PlanArguments: Sendable {
    var file: FilePath
    /// Where the scripts lie now; nil for where they lay when the plan was made.
    var folder: FilePath?
    /// Only these of its scripts; empty for all.
    var paths: [FilePath]
    /// What the command line gives of it.
    var signIn: SignIn
    /// Bytes.
    var sizeLimit: Int

    static let declarations: [any DeclaredArgument] = [plan, folder]

    private static let section = "Decisions"
    private static let plan = Argument<ArgumentText?>.option(
        "plan", value: "PLAN", completion: .files(endings: [".json"]),
        help: "Make exactly the changes that were accepted in PLAN, which the page of report saves. PATH then picks scripts of the plan.",
        section: section)
    private static let folder = Argument<ArgumentText?>.option(
        "folder", value: "DIR", completion: .folders,
        help: "Where the scripts of the plan lie now. Default: where they lay when it was made.", section: section)

    /// Nil where the command line names no plan.
    init?(_ arguments: ParsedArguments) throws(UsageError) {
        guard let plan = arguments[Self.plan] else {
            if arguments.has(Self.folder) { throw UsageError("--folder goes with --plan: it says where the scripts of the plan lie.") }
            return nil
        }
        if let given = MigrationArguments.givenBesidesSignIn(arguments).first {
            throw UsageError("\(given) can't be given with --plan: how the scripts are migrated was decided with it.")
        }
        if let given = SelectionArguments.givenBesidesPaths(arguments).first {
            throw UsageError("\(given) can't be given with --plan: the plan says which scripts; PATHs choose among them.")
        }
        let selection = try SelectionArguments(arguments, Settings(), isOptional: true)
        file = FilePath(bytes: plan.bytes)
        folder = arguments[Self.folder].map { FilePath(bytes: $0.bytes) }
        paths = selection.scripts.paths
        sizeLimit = selection.sizeLimit
        signIn = try MigrationArguments.signIn(arguments)
    }
}
