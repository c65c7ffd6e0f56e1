import CTreeSitter
import Foundation
import TreeMemory

/// What tree-sitter makes of a script: every token and rule of the grammar, errors included.
///
/// Copied from the C library's tree in one walk, so that nothing else has to deal with its memory: a node is a plain
/// value, all of them stand in one array in the order of the text, parents before their children.
struct ConcreteTree {
    private(set) var nodes: [ConcreteNode] = []
    /// Comments can stand anywhere; they are not among the nodes.
    private(set) var comments: [Extent] = []
    private(set) var hasErrors = false
    /// What the parser put in where the script lacks it, by the index of the node: `)`, `simple_name`.
    private(set) var missing: [Int32: String] = [:]
    /// Nodes with an error in them.
    private var flawed: Set<Int32> = []

    /// Nil where the parser comes to no end.
    init?(_ text: [UInt8]) {
        // The library passes over a mark at the start, which has been taken off already: another one is text.
        let shift = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 1 : 0
        // It wants an address also where there is nothing to read: the zero is not counted.
        let input = Array(repeating: UInt8(ascii: "\n"), count: shift) + text + [0]
        let language = Grammar.shared.language
        // The tree goes with all else that the library holds: to take it apart first would be work for nothing.
        defer { tree_memory_reset() }
        let parser = ts_parser_new()
        defer { ts_parser_delete(parser) }
        guard ts_parser_set_language(parser, language) else {
            fatalError("the grammar was generated for another version of libtree-sitter")
        }
        // A script takes a tenth of a second a megabyte. What takes far longer is none, or is broken so that the library
        // never comes to an end of mending it. It looks at the clock, so that there are several spans: a process that was
        // suspended for a while loses only one of them.
        ts_parser_set_timeout_micros(parser, 200_000 + UInt64(text.count) / 2)
        var tree: OpaquePointer?
        for _ in 0..<5 where tree == nil {
            tree = input.withUnsafeBytes { bytes in
                ts_parser_parse_string_encoding(
                    parser, nil, bytes.baseAddress!.assumingMemoryBound(to: CChar.self), UInt32(bytes.count - 1),
                    TSInputEncodingUTF8)
            }
        }
        guard let tree else { return nil }
        guard copy(from: ts_tree_root_node(tree), shift: UInt32(shift), within: 0.3 + Double(text.count) / 1e6) else { return nil }
    }

    var root: ConcreteNode { nodes[0] }

    func children(of node: ConcreteNode) -> ConcreteChildren {
        ConcreteChildren(nodes: nodes, position: Int(node.index) + 1, end: Int(node.subtreeEnd))
    }

    func child(_ field: Field, of node: ConcreteNode) -> ConcreteNode? {
        children(of: node).first { $0.field == field }
    }

    /// Whether the node lacks a token that would be no node, as the quote at the end of a string.
    func isFlawedItself(_ node: ConcreteNode) -> Bool {
        flawed.contains(node.index) && !children(of: node).contains { flawed.contains($0.index) }
    }

    /// False where it takes more than so many seconds: to ask for a field takes as long as the node is deep in hidden ones,
    /// and those of a broken list may lie a million deep.
    private mutating func copy(from root: TSNode, shift: UInt32, within seconds: Double) -> Bool {
        let grammar = Grammar.shared
        hasErrors = ts_node_has_error(root)
        var cursor = ts_tree_cursor_new(root)
        defer { ts_tree_cursor_delete(&cursor) }
        let began = hasErrors ? secondsOfWork() : 0
        var path: [Int] = []
        while true {
            let node = ts_tree_cursor_current_node(&cursor)
            let rule = grammar.rule(ts_node_symbol(node))
            let start = max(ts_node_start_byte(node), shift) - shift
            let end = max(ts_node_end_byte(node), shift) - shift
            if rule == .comment {
                comments.append(Extent(Int(start), Int(end)))
            } else {
                if hasErrors { noteErrors(of: node) }
                if hasErrors, nodes.count % 16 == 0, secondsOfWork() - began > seconds { return false }
                if nodes.count == nodes.capacity { makeRoom(at: Int(start), of: Int(ts_node_end_byte(root))) }
                // To ask takes as long as the node is deep in hidden ones: of a list of millions, thousands of steps.
                let isElement = path.last.map { nodes[$0].rule.isPlainList } ?? true
                nodes.append(
                    ConcreteNode(
                        rule: rule, field: isElement ? .none : grammar.field(ts_tree_cursor_current_field_id(&cursor)),
                        start: start, end: end, index: Int32(nodes.count), subtreeEnd: Int32(nodes.count + 1)))
                if rule != .token, ts_tree_cursor_goto_first_child(&cursor) {
                    path.append(nodes.count - 1)
                    continue
                }
            }
            while !ts_tree_cursor_goto_next_sibling(&cursor) {
                guard let parent = path.popLast() else { return true }
                nodes[parent].subtreeEnd = Int32(nodes.count)
                _ = ts_tree_cursor_goto_parent(&cursor)
            }
        }
    }

    /// As much as the rest of the script will take if it goes on as it began: to double, as arrays do, can take as much again
    /// for the largest scripts.
    private mutating func makeRoom(at offset: Int, of length: Int) {
        let expected = Double(nodes.count) * Double(length) / Double(max(offset, 1))
        nodes.reserveCapacity(max(nodes.count + nodes.count / 4 + 64, min(Int(expected * 1.05), 2 * length)))
    }

    /// Of the node that comes next.
    private mutating func noteErrors(of node: TSNode) {
        let index = Int32(nodes.count)
        if ts_node_has_error(node) { flawed.insert(index) }
        if ts_node_is_missing(node) { missing[index] = String(cString: ts_node_type(node)) }
    }
}

/// What the thread has spent of processor time.
private func secondsOfWork() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// A rule or token of the grammar where it matched.
struct ConcreteNode {
    let rule: Rule
    /// What it is to its parent.
    let field: Field
    private let startByte: UInt32
    private let endByte: UInt32
    let index: Int32
    /// Index just past the last descendant.
    fileprivate(set) var subtreeEnd: Int32

    init(rule: Rule, field: Field, start: UInt32, end: UInt32, index: Int32, subtreeEnd: Int32) {
        self.rule = rule
        self.field = field
        startByte = start
        endByte = end
        self.index = index
        self.subtreeEnd = subtreeEnd
    }

    var start: Int { Int(startByte) }
    var end: Int { Int(endByte) }
    var range: Range<Int> { start..<end }
    var isLeaf: Bool { subtreeEnd == index + 1 }
}

/// The direct children of a node, in the order of the text.
struct ConcreteChildren: Sequence, IteratorProtocol {
    let nodes: [ConcreteNode]
    var position: Int
    let end: Int

    mutating func next() -> ConcreteNode? {
        guard position < end else { return nil }
        let node = nodes[position]
        position = Int(node.subtreeEnd)
        return node
    }
}
