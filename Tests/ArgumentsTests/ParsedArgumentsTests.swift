import Testing

@testable import Arguments

@Suite("Arguments from elsewhere")
struct ParsedArgumentsTests {
    private let name = Argument<String?>.option("name", value: "NAME", help: "")
    private let names = Argument<[String]>.options("also", value: "NAME", help: "")
    private let folder = Argument<String?>.optionalOperand("DIR", help: "")

    private func parse(_ words: ArgumentText...) throws(UsageError) -> ParsedArguments {
        try ParsedArguments(words, of: [name, names, folder])
    }

    @Test("are taken apart as a command line is")
    func words() throws {
        let arguments = try parse("--name", "a b", "--also=x", "here", "--also", "y")
        #expect(arguments[name] == "a b")
        #expect(arguments[names] == ["x", "y"])
        #expect(arguments[folder] == "here")
        #expect(try parse()[folder] == nil)
        #expect(throws: UsageError.self) { try parse("--nam", "a") }
        #expect(throws: UsageError.self) { try parse("--help") }
        #expect(throws: UsageError.self) { try parse("here", "there") }
    }

    @Test("give way to others that are given")
    func over() throws {
        let merged = try parse("--name", "own").over(parse("--name", "other", "--also", "x"))
        #expect(merged[name] == "own")
        #expect(merged[names] == ["x"])
        #expect(try ParsedArguments().over(parse("dir"))[folder] == "dir")
    }

    @Test("that are wrong in a file are told as they are, without the command's usage")
    func report() {
        #expect(UsageError(report: "x.psd1:3: error: wrong\n").description == "x.psd1:3: error: wrong\n")
    }
}
