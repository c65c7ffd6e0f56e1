/// The parameters of a command, as far as binding arguments to them needs.
public struct CommandSignature: Sendable {
    public struct Parameter: Sendable {
        public let name: String
        public let aliases: [String]
        public let isSwitch: Bool
        /// Place among the arguments without a name, from 0.
        public let position: Int?

        public init(_ name: String, aliases: [String] = [], isSwitch: Bool = false, position: Int? = nil) {
            self.name = name
            self.aliases = aliases
            self.isSwitch = isSwitch
            self.position = position
        }
    }

    public let parameters: [Parameter]

    public init(_ parameters: [Parameter]) {
        self.parameters = parameters + commonParameters
    }

    public enum Match: Sendable {
        case parameter(Parameter)
        case ambiguous([String])
        case none
    }

    /// Finds a parameter by its name, an alias, or what is unambiguous of either, in any case.
    public func match(_ given: String) -> Match {
        let given = given.lowercased()
        if let exact = parameters.first(where: { $0.name.lowercased() == given || $0.aliases.contains { $0.lowercased() == given } }) {
            return .parameter(exact)
        }
        let candidates = parameters.filter { parameter in
            ([parameter.name] + parameter.aliases).contains { $0.lowercased().hasPrefix(given) }
        }
        // A command's own parameter wins over the common ones that every command has.
        let own = candidates.filter { candidate in !commonParameters.contains { $0.name == candidate.name } }
        switch (own.count, candidates.count) {
        case (1, _): return .parameter(own[0])
        case (0, 1): return .parameter(candidates[0])
        case (0, 0): return .none
        default: return .ambiguous(candidates.map(\.name))
        }
    }
}

/// What every cmdlet has. Source: about_CommonParameters.
private let commonParameters: [CommandSignature.Parameter] = [
    .init("Verbose", aliases: ["vb"], isSwitch: true),
    .init("Debug", aliases: ["db"], isSwitch: true),
    .init("ErrorAction", aliases: ["ea"]),
    .init("WarningAction", aliases: ["wa"]),
    .init("InformationAction", aliases: ["infa"]),
    .init("ProgressAction", aliases: ["proga"]),
    .init("ErrorVariable", aliases: ["ev"]),
    .init("WarningVariable", aliases: ["wv"]),
    .init("InformationVariable", aliases: ["iv"]),
    .init("OutVariable", aliases: ["ov"]),
    .init("OutBuffer", aliases: ["ob"]),
    .init("PipelineVariable", aliases: ["pv"]),
]
