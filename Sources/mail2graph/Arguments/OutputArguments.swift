import Arguments
import Foundation

/// What a command says, and how it looks.
struct OutputArguments: Sendable {
    var isQuiet: Bool
    var colour: ColourChoice

    static let declarations: [any DeclaredArgument] = [quiet, colourArgument]

    private static let quiet = Argument<Bool>.flag("quiet", short: "q", help: "Say only what went wrong: no findings, no summary.")
    private static let colourArgument = Argument<ColourChoice>.option("color", value: "WHEN", default: .auto, help: "Colours.")

    init(_ arguments: ParsedArguments) {
        isQuiet = arguments[Self.quiet]
        colour = arguments[Self.colourArgument]
    }

    /// How lines for standard error look.
    var report: ReportLines { ReportLines(colour: colour.colours(STDERR_FILENO)) }

    /// Says what is no problem, unless the user wants it quiet.
    func say(_ text: String) {
        if !isQuiet { printError(text) }
    }
    /// Says why a run can't begin or go on.
    /// - Returns: The exit code.
    func fail(_ problem: Problem) -> Int32 {
        printError(report.lines(for: problem))
        return UsageError.exitCode
    }
}
