import Dispatch
import TestSupport
import Testing
import TreeMemory

@testable import PowerShellSyntax

@Suite struct TreeMemoryTests {
    /// Blocks of all sizes, small and large ones, grown, shrunk and given back in an order without an order.
    @Test func blocksKeepWhatIsInThem() {
        defer { tree_memory_reset() }
        var random = SeededGenerator(seed: 1)
        var blocks: [(start: UnsafeMutableRawPointer, size: Int, mark: UInt8)] = []
        func fill(_ start: UnsafeMutableRawPointer, _ size: Int, _ mark: UInt8) {
            start.initializeMemory(as: UInt8.self, repeating: mark, count: size)
        }
        func holds(_ start: UnsafeMutableRawPointer, _ size: Int, _ mark: UInt8) -> Bool {
            UnsafeRawBufferPointer(start: start, count: size).allSatisfy { $0 == mark }
        }
        var isKept = true
        for step in 0..<20_000 {
            let size = Bool.random(using: &random) ? Int.random(in: 0...200, using: &random) : Int.random(in: 0...3_000, using: &random)
            let mark = UInt8(truncatingIfNeeded: step)
            switch Int.random(in: 0..<4, using: &random) {
            case 0 where !blocks.isEmpty:
                let block = blocks.remove(at: .random(in: blocks.indices, using: &random))
                isKept = isKept && holds(block.start, block.size, block.mark)
                tree_memory_free(block.start)
            case 1 where !blocks.isEmpty:
                let index = Int.random(in: blocks.indices, using: &random)
                let block = blocks[index]
                let start = tree_memory_realloc(block.start, size)!
                isKept = isKept && holds(start, min(size, block.size), block.mark)
                fill(start, size, mark)
                blocks[index] = (start, size, mark)
            case 2:
                let start = tree_memory_calloc(size, 1)!
                isKept = isKept && holds(start, size, 0)
                fill(start, size, mark)
                blocks.append((start, size, mark))
            default:
                let start = tree_memory_malloc(size)!
                fill(start, size, mark)
                blocks.append((start, size, mark))
            }
        }
        #expect(isKept)
        #expect(blocks.allSatisfy { holds($0.start, $0.size, $0.mark) && Int(bitPattern: $0.start) % 16 == 0 })
    }

    /// Each thread has memory of its own: what one gives back is none of another's.
    @Test func threadsDoNotDisturbEachOther() {
        @Sendable func shape(_ script: String) -> [Extent] { SyntaxTree.parse(SourceText(script)).nodes.map(\.extent) }
        let scripts = Snippets.all
        let alone = scripts.map(shape)
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            for (script, expected) in zip(scripts, alone) { #expect(shape(script) == expected) }
        }
    }
}
