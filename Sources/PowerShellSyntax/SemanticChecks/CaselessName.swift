/// A name as the engine compares names: each character in upper case, and none taken for another beside that.
struct CaselessName: Hashable {
    private let scalars: [Unicode.Scalar]

    init(_ name: String) {
        scalars = name.unicodeScalars.map { scalar in
            if scalar.isASCII { return ("a"..."z").contains(scalar) ? Unicode.Scalar(scalar.value - 0x20)! : scalar }
            // A character without a single one in upper case stands for itself.
            let mapped = scalar.properties.uppercaseMapping.unicodeScalars
            return mapped.count == 1 ? mapped.first! : scalar
        }
    }
}

/// A type's name in lower case without `System.`, in which the engine looks by itself: `[System.Void]` is `[void]`.
func plainTypeName(_ name: String) -> String {
    var bytes: [UInt8] = []
    // Byte by byte: characters would cost more than all the checks.
    for byte in name.utf8 where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") {
        bytes.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
    }
    let system = "system."
    return String(decoding: bytes.starts(with: system.utf8) ? bytes[system.utf8.count...] : bytes[...], as: UTF8.self)
}
