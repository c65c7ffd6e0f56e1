/// What is worth a page of its own and belongs to no single command.
public struct HelpTopic: Sendable {
    public var name: String
    /// One line.
    public var abstract: String
    /// Paragraphs as in ``CommandDeclaration/discussion``.
    public var discussion: String

    public init(_ name: String, abstract: String, discussion: String) {
        self.name = name
        self.abstract = abstract
        self.discussion = discussion
    }
}
