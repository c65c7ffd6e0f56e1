/// One of several shares of the scripts, `2/5`: machines that run each a share of its own do all of the work once, without a word
/// between them.
///
/// A script's share depends on its path alone, so that it stays where it is when others come and go.
struct Shard: Hashable, Sendable {
    /// Counted from 1.
    let number: Int
    let count: Int

    /// Nil where the text is no `I/N`.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), number >= 1, number <= count else { return nil }
        self.number = number
        self.count = count
    }

    /// - Parameter path: From the folder that everything named lies in.
    func holds(_ path: FilePath) -> Bool {
        // FNV-1a: the same on every machine, in every version.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in path.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        // Its low bits follow those of the last bytes too closely.
        hash ^= hash >> 32
        return hash % UInt64(count) == UInt64(number - 1)
    }
}
