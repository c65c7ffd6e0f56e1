import PowerShellAnalysis
import PowerShellSyntax

/// Where a send stands, and what is replaced there.
struct SendPlace {
    private static let moveAdvice = "Give the send a statement of its own and run again, or move it by hand."

    let command: Command
    /// What gives way to the new code: the pipeline with the send in it.
    let replaced: Extent
    /// The statement of a block that the send is, or is the right side of.
    let statement: Statement
    /// Whether the send is the whole statement, so that other statements can take its place.
    let isWholeStatement: Bool

    init(of command: Command) throws(LeaveReason) {
        self.command = command
        guard let pipelineNode = command.node.parent, let pipeline = Pipeline(pipelineNode),
            let (statement, _) = command.node.enclosingBlockStatement
        else { throw LeaveReason(.place, "it stands where no statement can take its place", advice: Self.moveAdvice) }
        guard command.redirections.isEmpty else {
            throw LeaveReason(.place, "its output is redirected (\(command.redirections[0].text))", advice: Self.moveAdvice)
        }
        guard !pipeline.isBackground else { throw LeaveReason(.place, "it runs in the background (&)", advice: Self.moveAdvice) }
        let elements = pipeline.elements
        guard elements.first == command.node else {
            throw LeaveReason(.place, "it is fed by a pipeline, of which Send-MailMessage takes nothing but attachments", advice: Self.moveAdvice)
        }
        let isDiscarded = elements.count == 2 && Command(elements[1])?.name?.lowercased() == "out-null"
        guard elements.count == 1 || isDiscarded else {
            throw LeaveReason(.place, "its output goes on through a pipeline (\(elements[1].text))", advice: Self.moveAdvice)
        }
        self.statement = statement
        if statement.node == pipelineNode {
            replaced = pipeline.extent
            isWholeStatement = true
        } else if case .assignment(let assignment) = statement, assignment.right.node == pipelineNode, assignment.operator == "=" {
            isWholeStatement = assignment.left.text.lowercased() == "$null"
            replaced = isWholeStatement ? statement.extent : pipeline.extent
        } else if case .convert(let cast)? = statement.soleExpression, cast.type.typeName.lowercased() == "void",
            case .paren(let paren) = cast.child, paren.pipeline.node == pipelineNode
        {
            replaced = statement.extent
            isWholeStatement = true
        } else {
            throw LeaveReason(.place, "it is part of a larger expression", advice: Self.moveAdvice)
        }
    }
}
