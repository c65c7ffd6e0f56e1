import Foundation

/// Does a number of pieces of work on all cores and hands the results on in order, on the calling thread.
///
/// The workers stay only a little ahead of the results that were handed on, so that memory does not grow with the
/// number of pieces.
/// - Parameters:
///   - work: Makes the result of a piece; runs on any thread.
///   - use: Takes the results in order. False ends the run: what is not begun by then is not done.
func doInOrder<Result: Sendable>(
    _ count: Int, work: @escaping @Sendable (Int) -> Result, use: (Result) -> Bool
) {
    let threads = min(count, ProcessInfo.processInfo.activeProcessorCount)
    let queue = ResultQueue<Result>(count: count, ahead: 4 * threads)
    for _ in 0..<threads {
        let thread = Thread {
            while let index = queue.begin() { queue.finish(index, work(index)) }
        }
        // Some scripts nest deeper than anybody would write; the default is half a megabyte.
        thread.stackSize = 64 << 20
        thread.start()
    }
    for index in 0..<count where !use(queue.result(index)) {
        queue.stop()
        return
    }
}

/// Results between the threads that make them and the one that uses them.
///
/// A class, as the threads share it; the condition guards everything else.
private final class ResultQueue<Result: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private let count: Int
    private let ahead: Int
    private var begun = 0
    private var used = 0
    private var isStopped = false
    private var results: [Int: Result] = [:]

    init(count: Int, ahead: Int) {
        self.count = count
        self.ahead = ahead
    }

    /// The next piece; nil where none is left. Waits while the results are too far behind.
    func begin() -> Int? {
        condition.withLock {
            while !isStopped && begun < count && begun - used >= ahead { condition.wait() }
            if isStopped || begun == count { return nil }
            begun += 1
            return begun - 1
        }
    }

    func finish(_ index: Int, _ result: Result) {
        condition.withLock {
            results[index] = result
            condition.broadcast()
        }
    }

    /// The result of a piece. Waits for it.
    func result(_ index: Int) -> Result {
        condition.withLock {
            while true {
                if let result = results.removeValue(forKey: index) {
                    used = index + 1
                    condition.broadcast()
                    return result
                }
                condition.wait()
            }
        }
    }

    func stop() {
        condition.withLock {
            isStopped = true
            condition.broadcast()
        }
    }
}
