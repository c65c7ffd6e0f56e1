import Foundation
import PowerShellSyntax

/// `mail2graph parse`: prints what the parser makes of each file, as a line of JSON.
struct ParseCommand {
    /// Print the nodes of the tree, not only the errors.
    var nodes: Bool
    /// Where none is named, names are read from standard input, one a line.
    var files: [String]

    /// 0, or 1 where a file has errors or can't be read, 2 where the output can't be written.
    func run() -> Int32 {
        var output = ParseOutput()
        var isClean = true
        func parse(_ file: String) -> Bool {
            do {
                let tree = SyntaxTree.parse(SourceText(bytes: try contents(of: file)))
                output.parsed(file, tree, withNodes: nodes)
                if !tree.errors.isEmpty { isClean = false }
            } catch {
                output.unreadable(file, reason: error.reason)
                isClean = false
            }
            return output.flushIfFull()
        }
        if files.isEmpty {
            while let file = readLine() { guard parse(file) else { return 2 } }
        } else {
            for file in files { guard parse(file) else { return 2 } }
        }
        return output.flush() ? (isClean ? 0 : 1) : 2
    }
}

private struct Unreadable: Error {
    let reason: String
}

private func contents(of file: String) throws(Unreadable) -> [UInt8] {
    let descriptor = open(file, O_RDONLY)
    guard descriptor >= 0 else { throw Unreadable(reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Unreadable(reason: String(cString: strerror(errno))) }
    // One more, so that its end is seen without making room.
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var length = 0
    while true {
        // A file may have grown, or be one whose size is not known.
        if length == bytes.count { bytes.append(contentsOf: repeatElement(0, count: 1 << 12)) }
        let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + length, $0.count - length) }
        guard count >= 0 else { throw Unreadable(reason: String(cString: strerror(errno))) }
        if count == 0 { break }
        length += count
    }
    bytes.removeSubrange(length...)
    return bytes
}

/// Lines of JSON, written as bytes and in large pieces: a tree of a long script has a hundred thousand nodes.
private struct ParseOutput {
    private static let pieceSize = 1 << 16
    private static let kindNames: [[UInt8]] = Kind.allCases.map { Array("[\"\($0.name)\",".utf8) }

    private var bytes: [UInt8] = []
    /// A piece could not be written: so none is any more.
    private var isBroken = false

    mutating func unreadable(_ file: String, reason: String) {
        add(#"{"file":"#)
        addString(file)
        add(#","unreadable":"#)
        addString(reason)
        add("}\n")
    }

    mutating func parsed(_ file: String, _ tree: SyntaxTree, withNodes: Bool) {
        add(#"{"file":"#)
        addString(file)
        add(#","encoding":"#)
        addString(tree.source.encoding.rawValue)
        add(#","errors":["#)
        for (index, error) in tree.errors.enumerated() {
            add(index == 0 ? #"{"id":"# : #",{"id":"#)
            addString(error.id)
            add(#","line":\#(error.line),"start":\#(error.extent.start),"end":\#(error.extent.end),"message":"#)
            addString(error.message)
            add("}")
        }
        add("]")
        if withNodes { addNodes(of: tree) }
        add("}\n")
    }

    private mutating func addNodes(of tree: SyntaxTree) {
        add(#","nodes":["#)
        for (index, (node, depth)) in tree.nodesAsVisited.enumerated() {
            if index > 0 { add(",") }
            let extent = node.engineExtent
            bytes += Self.kindNames[Int(node.kind.rawValue)]
            addNumber(extent.start)
            add(",")
            addNumber(extent.end)
            add(",")
            addNumber(depth)
            add("]")
            if bytes.count >= Self.pieceSize { isBroken = !flush() }
        }
        add("]")
    }

    // MARK: JSON

    private mutating func add(_ text: StaticString) {
        bytes += UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    private mutating func add(_ text: String) { bytes += text.utf8 }

    private mutating func addNumber(_ number: Int) {
        var place = 1
        while number / place >= 10 { place *= 10 }
        while place > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / place % 10))
            place /= 10
        }
    }

    private mutating func addString(_ text: String) {
        add("\"")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): add(#"\n"#)
            case UInt8(ascii: "\r"): add(#"\r"#)
            case UInt8(ascii: "\t"): add(#"\t"#)
            case 0..<0x20: add(byte < 0x10 ? "\\u000\(String(byte, radix: 16))" : "\\u00\(String(byte, radix: 16))")
            default: bytes.append(byte)
            }
        }
        add("\"")
    }

    // MARK: Writing

    mutating func flushIfFull() -> Bool { !isBroken && bytes.count < Self.pieceSize || flush() }

    /// False where nobody reads any more or the disk is full.
    mutating func flush() -> Bool {
        defer { bytes.removeAll(keepingCapacity: true) }
        guard !isBroken else { return false }
        return bytes.withUnsafeBytes { piece in
            var written = 0
            while written < piece.count {
                let count = write(STDOUT_FILENO, piece.baseAddress! + written, piece.count - written)
                guard count > 0 else { return false }
                written += count
            }
            return true
        }
    }
}
