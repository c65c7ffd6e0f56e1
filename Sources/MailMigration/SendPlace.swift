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
    /// `return Send-MailMessage …`, which returns nothing.
    let returns: Bool
    /// What is piped into the send: its attachments.
    let upstream: Extent?
    /// The command whose output that is.
    let upstreamCommand: Command?

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
        let index = elements.firstIndex(of: command.node)!
        let behind = elements[(index + 1)...]
        guard behind.isEmpty || behind.count == 1 && Command(behind.first!)?.name?.lowercased() == "out-null" else {
            throw LeaveReason(.place, "its output goes on through a pipeline (\(behind.first!.text))", advice: Self.moveAdvice)
        }
        upstreamCommand = index == 0 ? nil : Command(elements[index - 1])
        upstream = index == 0 ? nil : Extent(pipeline.extent.start, elements[index - 1].extent.end)
        self.statement = statement
        let flow = FlowStatement(statement.node)
        returns = flow?.node.kind == .returnStatement && flow?.pipeline?.node == pipelineNode
        if statement.node == pipelineNode || returns {
            replaced = statement.extent
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
