import Arguments

/// Where a command's report goes.
struct DestinationArguments: Sendable {
    let destination: ReportDestination

    static let declarations: [any DeclaredArgument] = [output]

    private static let output = Argument<ArgumentText?>.option(
        "output", short: "o", value: "FILE", completion: .files,
        help: "Write the report to FILE, whole or not at all. Default: standard output, as for -.")

    init(_ arguments: ParsedArguments) {
        destination = arguments[Self.output].map { ReportDestination(FilePath(bytes: $0.bytes)) } ?? .standardOutput
    }
}
