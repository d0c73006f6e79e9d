import Synchronization

/// Blobs in memory, for tests and for what is forgotten on stopping.
package final class InMemoryBlobs: BlobStoring {
    private let kept = Mutex<[BlobName: [UInt8]]>([:])

    package init() {}

    package func put(_ name: BlobName, _ bytes: [UInt8]) { kept.withLock { $0[name] = bytes } }
    package func bytes(_ name: BlobName) -> [UInt8]? { kept.withLock { $0[name] } }
    package func delete(_ name: BlobName) { kept.withLock { $0[name] = nil } }
    package func names(_ log: LogID) -> [BlobName] { kept.withLock { $0.keys.filter { $0.log == log } }.sorted() }
}
