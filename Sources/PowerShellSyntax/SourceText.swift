import Foundation

/// A script as it was read: its bytes, how they are encoded, and the text that they mean.
///
/// The text is UTF-8 without the byte-order mark; every offset elsewhere counts its bytes. The bytes of the file stay
/// untouched beside it, so that what no edit covers is written back as it was, whatever it is.
public struct SourceText: Sendable, Equatable {
    public enum Encoding: String, Sendable {
        case utf8 = "utf-8"
        case utf8WithMark = "utf-8-bom"
        case utf16LittleEndian = "utf-16le"
        case utf16BigEndian = "utf-16be"
        /// What Windows PowerShell takes a file for that has no mark and is not UTF-8.
        case windows1252 = "windows-1252"

        /// The byte-order mark that it begins with; empty where it has none.
        public var mark: [UInt8] {
            switch self {
            case .utf8, .windows1252: []
            case .utf8WithMark: [0xEF, 0xBB, 0xBF]
            case .utf16LittleEndian: [0xFF, 0xFE]
            case .utf16BigEndian: [0xFE, 0xFF]
            }
        }
    }

    /// The file, byte for byte.
    public let bytes: [UInt8]
    public let encoding: Encoding
    /// The decoded text in UTF-8, without the byte-order mark.
    public let text: [UInt8]
    private let lineStarts: [Int]
    /// Where the text has U+FFFD for bytes that are no UTF-8, in order.
    private let repairs: [Repair]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
        (encoding, text, repairs) = decode(bytes)
        lineStarts = starts(ofLinesIn: text)
    }

    public init(_ string: String) {
        self.init(bytes: Array(string.utf8))
    }

    // MARK: Text

    public func string(_ extent: Extent) -> String {
        String(decoding: text[extent.range], as: UTF8.self)
    }

    public var string: String { String(decoding: text, as: UTF8.self) }

    /// Whether it can't be a script: text has no zero bytes, nor has any that an editor would save as one.
    public var isBinary: Bool {
        text.withUnsafeBytes { offset(of: "\0", in: UnsafeRawBufferPointer(rebasing: $0.prefix(8_000)), from: 0) != nil }
    }

    // MARK: Lines

    public var lineCount: Int { lineStarts.count }

    /// The line of an offset, counted from 1.
    public func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The column of an offset in its line, counted from 1 in units of UTF-16, as editors count.
    public func column(at offset: Int) -> Int { utf16Units(in: lineStart(at: offset)..<offset) + 1 }

    /// Where the line of an offset begins.
    public func lineStart(at offset: Int) -> Int { lineStarts[line(at: offset) - 1] }

    /// Where the line of an offset ends, before its line end.
    public func lineEnd(at offset: Int) -> Int {
        var end = lineStart(at: offset)
        while end < text.count, text[end] != UInt8(ascii: "\n"), text[end] != UInt8(ascii: "\r") { end += 1 }
        return end
    }

    /// Where the line after that of an offset begins; the end of the text for the last line.
    public func nextLineStart(at offset: Int) -> Int {
        let line = line(at: offset)
        return line < lineStarts.count ? lineStarts[line] : text.count
    }

    /// The blanks and tabs at the start of the line of an offset.
    public func indentation(at offset: Int) -> String {
        let start = lineStart(at: offset)
        var end = start
        while end < text.count, text[end] == UInt8(ascii: " ") || text[end] == UInt8(ascii: "\t") { end += 1 }
        return string(Extent(start, end))
    }

    /// The line end that the script uses most; LF for one of a single line.
    public var lineEnding: String {
        var windows = 0
        var unix = 0
        for start in lineStarts.dropFirst() where text[start - 1] == UInt8(ascii: "\n") {
            if start >= 2, text[start - 2] == UInt8(ascii: "\r") { windows += 1 } else { unix += 1 }
        }
        return windows > unix ? "\r\n" : "\n"
    }

    // MARK: Bytes

    /// Which bytes of the file an extent of the text stands for.
    public func byteRange(of extent: Extent) -> Range<Int> {
        let mark = encoding.mark.count
        switch encoding {
        case .utf8, .utf8WithMark:
            return byteOffset(of: extent.start)..<byteOffset(of: extent.end)
        case .windows1252:
            let start = scalars(in: 0..<extent.start)
            return start..<start + scalars(in: extent.range)
        case .utf16LittleEndian, .utf16BigEndian:
            // Half a unit at the end of the file is one character of the text, but only one byte.
            let start = min(bytes.count, mark + 2 * utf16Units(in: 0..<extent.start))
            return start..<min(bytes.count, start + 2 * utf16Units(in: extent.range))
        }
    }

    /// New text in the file's encoding; nil where that has no such character.
    public func encoded(_ string: String) -> [UInt8]? {
        switch encoding {
        case .utf8, .utf8WithMark: return Array(string.utf8)
        case .utf16LittleEndian: return string.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian: return string.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .windows1252:
            var result: [UInt8] = []
            for scalar in string.unicodeScalars {
                guard let byte = windows1252Byte(scalar) else { return nil }
                result.append(byte)
            }
            return result
        }
    }

    /// Of a file in UTF-8.
    private func byteOffset(of offset: Int) -> Int {
        guard let repair = repairs.last(where: { $0.textEnd <= offset }) else { return offset + encoding.mark.count }
        return repair.bytesEnd + offset - repair.textEnd
    }

    private func scalars(in range: Range<Int>) -> Int {
        text[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }

    private func utf16Units(in range: Range<Int>) -> Int {
        text[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
    }
}

private func starts(ofLinesIn text: [UInt8]) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(text.count / 32)
    text.withUnsafeBytes { text in
        var start = 0
        while start < text.count {
            let lineFeed = offset(of: "\n", in: text, from: start) ?? text.count
            // A carriage return ends a line as well, except before the line feed.
            let line = UnsafeRawBufferPointer(rebasing: text[..<lineFeed])
            while let carriageReturn = offset(of: "\r", in: line, from: start) {
                start = carriageReturn + 1
                if start < lineFeed || lineFeed == text.count { starts.append(start) }
            }
            if lineFeed < text.count { starts.append(lineFeed + 1) }
            start = lineFeed + 1
        }
    }
    return starts
}

/// Found by the C library, which looks at many bytes at once.
private func offset(of character: Unicode.Scalar, in text: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard start < text.count, let base = text.baseAddress,
        let found = memchr(base + start, Int32(character.value), text.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
}

// MARK: - Decoding

/// A character of the text that stands for bytes without a meaning: where both end.
private struct Repair: Equatable, Sendable {
    var textEnd: Int
    var bytesEnd: Int
}

private func decode(_ bytes: [UInt8]) -> (SourceText.Encoding, [UInt8], [Repair]) {
    if bytes.starts(with: SourceText.Encoding.utf8WithMark.mark) {
        // A mark does not make it valid.
        if String(validating: bytes.dropFirst(3), as: UTF8.self) != nil { return (.utf8WithMark, Array(bytes.dropFirst(3)), []) }
        let (text, repairs) = decodeBrokenUTF8(bytes, from: 3)
        return (.utf8WithMark, text, repairs)
    }
    if bytes.starts(with: SourceText.Encoding.utf16LittleEndian.mark) {
        return (.utf16LittleEndian, decodeUTF16(bytes.dropFirst(2)) { UInt16($0) | UInt16($1) << 8 }, [])
    }
    if bytes.starts(with: SourceText.Encoding.utf16BigEndian.mark) {
        return (.utf16BigEndian, decodeUTF16(bytes.dropFirst(2)) { UInt16($0) << 8 | UInt16($1) }, [])
    }
    let isASCII = bytes.reduce(0) { $0 | $1 } < 0x80
    if isASCII || String(validating: bytes, as: UTF8.self) != nil { return (.utf8, bytes, []) }
    return (.windows1252, decodeWindows1252(bytes), [])
}

private let replacementCharacter: [UInt8] = [0xEF, 0xBF, 0xBD]

private func decodeBrokenUTF8(_ bytes: [UInt8], from start: Int) -> ([UInt8], [Repair]) {
    var text: [UInt8] = []
    var repairs: [Repair] = []
    var position = start
    var input = bytes[start...].makeIterator()
    var parser = UTF8.ForwardParser()
    while true {
        switch parser.parseScalar(from: &input) {
        case .valid(let scalar):
            text.append(contentsOf: scalar)
            position += scalar.count
        case .error(let length):
            text.append(contentsOf: replacementCharacter)
            position += length
            repairs.append(Repair(textEnd: text.count, bytesEnd: position))
        case .emptyInput:
            return (text, repairs)
        }
    }
}

/// Half a unit at the end becomes a replacement character, as lone surrogates do.
private func decodeUTF16(_ bytes: ArraySlice<UInt8>, unit: (UInt8, UInt8) -> UInt16) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
        units.append(unit(bytes[index], bytes[index + 1]))
        index += 2
    }
    let text = Array(String(decoding: units, as: UTF16.self).utf8)
    return index < bytes.endIndex ? text + replacementCharacter : text
}

private func decodeWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
        if byte < 0x80 {
            text.append(byte)
        } else {
            let scalar = (0x80...0x9F).contains(byte) ? windows1252Upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
            text.append(contentsOf: UTF8.encode(scalar)!)
        }
    }
    return text
}

private func windows1252Byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    return windows1252Upper.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
}

/// 0x80 to 0x9F; the five bytes that the code page leaves open are control characters, as .NET has them.
private let windows1252Upper: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{8D}", "\u{017D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{9D}", "\u{017E}", "\u{0178}",
]
