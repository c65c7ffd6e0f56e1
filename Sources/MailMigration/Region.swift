import PowerShellAnalysis
import PowerShellSyntax

/// A stretch of code that has to sign in for itself.
enum Region: Hashable {
    /// What runs as the script runs, from top to bottom.
    case script
    /// A function, a class's method, a `trap` or a script block that is kept and called: nobody knows when, or how often.
    case called(Node)
    /// A block that runs in another process or on another machine, which shares nothing with this one.
    case isolated(ScriptBlock)

    /// - Parameter sharesRunspaces: what runs beside the script in the same process, as `ForEach-Object -Parallel` does,
    ///   is part of it. So it is for a session and a setting of the process, not for a variable.
    init(of node: Node, sharesRunspaces: Bool = true) {
        for ancestor in node.ancestors {
            if ancestor.kind == .functionMember || ancestor.kind == .trapStatement {
                self = .called(ancestor)
                return
            }
            if let block = NamedBlock(ancestor), block.node.role == .processBlock, !block.isUnnamed, block.node.parent?.parent == nil {
                self = .called(ancestor)
                return
            }
            guard let block = ScriptBlock(ancestor) else { continue }
            if block.node.parent == nil {
                self = .script
                return
            }
            if block.runsElsewhere || !sharesRunspaces && block.runsBeside {
                self = .isolated(block)
                return
            }
            if block.runsInCallersScope || block.runsAtOnce { continue }
            self = .called(ancestor)
            return
        }
        self = .script
    }

    /// The node that the region's code is in; nil for the whole script.
    var node: Node? {
        switch self {
        case .script: nil
        case .called(let node): node
        case .isolated(let block): block.node
        }
    }
}

extension ScriptBlock {
    /// An argument of `Start-Job`, or of `Invoke-Command` for another computer.
    fileprivate var runsElsewhere: Bool {
        guard let command = receivingCommand, let name = command.name?.lowercased() else { return false }
        switch name {
        case "start-job", "sajb", "register-scheduledjob", "powershell", "powershell.exe", "pwsh", "pwsh.exe": return true
        case "invoke-command", "icm":
            return ["ComputerName", "Session", "VMName", "VMId", "ContainerId", "HostName", "SSHConnection", "ConnectionUri"]
                .contains { command.hasParameter($0) } || command.hasParameter("Cn") || command.givesComputer
        default: return false
        }
    }

    /// Runs in the same process, in a runspace of its own.
    fileprivate var runsBeside: Bool {
        guard let command = receivingCommand, let name = command.name?.lowercased() else { return false }
        return name == "start-threadjob" || ["foreach-object", "foreach", "%"].contains(name) && command.hasParameter("parallel")
    }

    /// Runs where it stands: `& { }`, `. { }`, `Invoke-Command { }` here, `Measure-Command { }`, `ForEach-Object -Parallel { }`.
    fileprivate var runsAtOnce: Bool {
        if let call = node.parent?.parent.flatMap(InvokeMemberExpression.init) {
            return ["foreach", "where", "invoke", "invokereturnasis"].contains(call.memberName?.lowercased())
        }
        guard let command = receivingCommand else { return false }
        if command.invocationOperator != .none, command.elements.first?.node == node.parent { return true }
        return ["invoke-command", "icm", "measure-command", "foreach-object", "foreach", "%"].contains(command.name?.lowercased())
    }
}

extension Command {
    /// `Invoke-Command srv01 { }`: its first argument without a name is no block, or a splat may hold a computer.
    fileprivate var givesComputer: Bool {
        var elements = elements.dropFirst()
        while let element = elements.popFirst() {
            switch element {
            case .parameter(let parameter):
                if parameter.argument == nil, case .expression? = elements.first,
                    !["nonewscope", "asjob"].contains(parameter.parameterName.lowercased())
                {
                    elements.removeFirst()
                }
            case .expression(.scriptBlock): return false
            case .expression: return true
            }
        }
        return false
    }
}
