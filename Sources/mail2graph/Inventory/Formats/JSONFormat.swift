import Foundation

/// The inventory as it is: the same keys everywhere, in the order of the alphabet.
struct JSONFormat: InventoryFormat {
    func render(_ inventory: Inventory) -> String { json(inventory) }
}

/// Indented, with a line end.
func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Strings, whole numbers and booleans can always be encoded.
    return String(decoding: try! encoder.encode(value), as: UTF8.self) + "\n"
}
