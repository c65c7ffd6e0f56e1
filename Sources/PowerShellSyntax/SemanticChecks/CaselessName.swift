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
    let name = name.lowercased().filter { !$0.isWhitespace }
    return name.hasPrefix("system.") ? String(name.dropFirst(7)) : name
}
