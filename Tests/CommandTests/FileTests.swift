import Foundation
import Testing

@testable import mail2graph

@Suite("Files and work")
struct FileTests {
    @Test("SHA-256 of the standard's examples")
    func digests() {
        #expect("\(SHA256([]))" == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect("\(SHA256(Array("abc".utf8)))" == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect("\(SHA256(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)))"
            == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
        #expect("\(SHA256([UInt8](repeating: UInt8(ascii: "a"), count: 1_000)))" == "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3")
    }

    @Test("paths", arguments: [
        ("a/b.ps1", "a", "b.ps1"), ("b.ps1", ".", "b.ps1"), ("/b", "/", "b"), ("a//b/", "a/", "b"),
    ])
    func paths(path: String, parent: String, name: String) {
        #expect(FilePath(path).parent == FilePath(parent))
        #expect(FilePath(path).name == Array(name.utf8))
    }

    @Test("paths within folders")
    func relativePaths() {
        #expect(FilePath("/a/b").relative(to: FilePath("/a")) == FilePath("b"))
        #expect(FilePath("/ab").relative(to: FilePath("/a")) == nil)
        #expect(FilePath("/a").relative(to: FilePath("/")) == FilePath("a"))
        #expect(FilePath("/a/b/c").commonFolder(with: FilePath("/a/bc")) == FilePath("/a"))
        #expect(FilePath("/a").commonFolder(with: FilePath("/b")) == FilePath("/"))
        #expect(FilePath("/a/b").commonFolder(with: FilePath("/a")) == FilePath("/a"))
        #expect(FilePath("x.tar.PS1").fileExtension == "ps1")
    }

    @Test("work on all cores comes out in order")
    func order() {
        var results: [Int] = []
        doInOrder(500) { index in
            if index % 50 == 0 { usleep(2000) }
            return index
        } use: { results.append($0); return true }
        #expect(results == Array(0..<500))
    }

    @Test("work ends when the results are no longer wanted")
    func stopping() {
        var used = 0
        doInOrder(10_000) { $0 } use: { _ in used += 1; return used < 10 }
        #expect(used == 10)
    }

    @Test("journal entries keep paths that are no text")
    func journalPaths() throws {
        for path in [FilePath("/a b/ü.ps1"), FilePath(bytes: [0x2F, 0xFF])] {
            let data = try JSONEncoder().encode([JournalPath(path)])
            #expect(try JSONDecoder().decode([JournalPath].self, from: data) == [JournalPath(path)])
        }
    }
}
