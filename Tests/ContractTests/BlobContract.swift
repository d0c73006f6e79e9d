import Foundation
import Ledger
import SQLiteStore
import Testing

/// The engines that keep blobs, held to one suite.
enum BlobEngine: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case memory, files

    var testDescription: String { rawValue }

    func withBlobs(_ test: (any BlobStoring) async throws -> Void) async throws {
        switch self {
        case .memory: try await test(InMemoryBlobs())
        case .files: try await Self.withFolder { try await test(try FileBlobs(folder: $0.path)) }
        }
    }

    static func withFolder(_ test: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "blobs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await test(folder)
    }
}

@Suite("Every store keeps blobs")
struct BlobContract {
    private let log: LogID
    private let other: LogID

    init() throws {
        log = try Sample.log("oakdene")
        other = try Sample.log("grange")
    }

    private func name(_ word: String, _ record: String = "picture/one", in log: LogID? = nil) throws -> BlobName {
        try #require(BlobName(log ?? self.log, record, word))
    }

    @Test("what was put is found whole, and nothing under any other name", arguments: BlobEngine.allCases)
    func putAndGet(_ engine: BlobEngine) async throws {
        try await engine.withBlobs { blobs in
            let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try await blobs.put(name("a"), bytes)
            #expect(try await blobs.bytes(name("a")) == bytes)
            for missing in [try name("b"), try name("a", "picture/two"), try name("a", in: other)] {
                #expect(try await blobs.bytes(missing) == nil)
            }
        }
    }

    @Test("nothing at all can be kept, and is not the same as nothing kept", arguments: BlobEngine.allCases)
    func empty(_ engine: BlobEngine) async throws {
        try await engine.withBlobs { blobs in
            try await blobs.put(name("a"), [])
            #expect(try await blobs.bytes(name("a")) == [])
        }
    }

    @Test("a second put replaces the first as a whole", arguments: BlobEngine.allCases)
    func replace(_ engine: BlobEngine) async throws {
        try await engine.withBlobs { blobs in
            try await blobs.put(name("a"), [UInt8](repeating: 1, count: 5000))
            try await blobs.put(name("a"), [2])
            #expect(try await blobs.bytes(name("a")) == [2])
            #expect(try await blobs.names(log) == [name("a")])
        }
    }

    @Test("what was deleted is gone, and deleting it again does nothing", arguments: BlobEngine.allCases)
    func delete(_ engine: BlobEngine) async throws {
        try await engine.withBlobs { blobs in
            try await blobs.put(name("a"), [1])
            try await blobs.put(name("b"), [2])
            for _ in 0..<2 { try await blobs.delete(name("a")) }
            #expect(try await blobs.bytes(name("a")) == nil)
            #expect(try await blobs.bytes(name("b")) == [2])
        }
    }

    @Test("names are those of one log, in order", arguments: BlobEngine.allCases)
    func names(_ engine: BlobEngine) async throws {
        try await engine.withBlobs { blobs in
            for word in ["c", "a", "b"] { try await blobs.put(name(word), [1]) }
            try await blobs.put(name("d", in: other), [1])
            #expect(try await blobs.names(log).map(\.word) == ["a", "b", "c"])
            #expect(try await blobs.names(other).map(\.word) == ["d"])
        }
    }

    @Test(
        "a name that could lead elsewhere is none",
        arguments: [
            ("picture/one", ".."), ("picture/..", "a"), ("../../etc", "a"), ("picture", "a"), ("picture/one/two", "a"),
            ("picture/one", "a/b"), ("picture/one", ""), ("picture/One", "a"), ("picture/one", "a.b"),
        ])
    func hostileNames(_ record: String, _ word: String) { #expect(BlobName(log, record, word) == nil) }

    @Test("a file store opened again finds what was kept, and forgets what was half-written")
    func reopened() async throws {
        try await BlobEngine.withFolder { folder in
            try FileBlobs(folder: folder.path).put(name("a"), [1, 2])
            let half = folder.appending(path: "oakdene/.unfinished-1-1")
            try Data([9]).write(to: half)
            let blobs = try FileBlobs(folder: folder.path)
            #expect(try blobs.bytes(name("a")) == [1, 2])
            #expect(blobs.names(log) == [try name("a")])
            #expect(!FileManager.default.fileExists(atPath: half.path))
        }
    }

    @Test("only their owner can read the files")
    func rights() async throws {
        try await BlobEngine.withFolder { folder in
            try FileBlobs(folder: folder.path).put(name("a"), [1])
            let file = folder.appending(path: "oakdene/picture.one.a").path
            let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(rights == 0o600)
        }
    }
}
