import Testing

@testable import Ledger

@Suite("Blobs are sealed under the key of their record")
struct BlobSealingTests {
    private let store = InMemoryStore()
    private let blobs = InMemoryBlobs()
    private let log: LogID
    private let ledger: Ledger
    private let secret = Array("a picture of somebody".utf8)

    init() async throws {
        log = try #require(LogID("oakdene"))
        let key = try #require(MasterKey(bytes: [UInt8](repeating: 7, count: MasterKey.byteCount)))
        ledger = try await Ledger(store: store, master: key, origin: "test.example", blobs: blobs)
        try await ledger.createLog(log, time: 1)
    }

    /// A record whose blob was kept before its first event.
    private func picture(_ key: String = "one") async throws -> BlobName {
        let record = "picture/\(key)"
        let name = try #require(BlobName(log, record, "word"))
        let prepared = try ledger.prepareKey(log, record)
        try await ledger.putBlob(name, secret, prepared: prepared)
        let change = Change(
            record: record, expected: 0, events: [NewEvent(type: "picture.uploaded", payload: [1])],
            view: RecordView(kind: "picture", status: "untagged", title: "", audience: [], state: [1]))
        _ = try await ledger.append(
            Append(
                log: log, stamp: Stamp(actor: "p", cause: "c", time: 1), changes: [change],
                prepared: [record: prepared]))
        return name
    }

    @Test("what was kept before the first event is read after it")
    func prepared() async throws {
        let name = try await picture()
        #expect(try await ledger.blob(name) == secret)
        #expect(try await ledger.history(log, name.record).first?.payload == [1])
    }

    @Test("the store never holds it in clear")
    func sealed() async throws {
        let kept = try #require(blobs.bytes(try await picture()))
        #expect(kept.count == secret.count + 28)
        #expect(!String(decoding: kept, as: UTF8.self).contains("somebody"))
    }

    @Test("erasing the record makes it unreadable")
    func erased() async throws {
        let name = try await picture()
        try await ledger.erase(log, name.record)
        await #expect(throws: LedgerError.erased(record: name.record)) { try await ledger.blob(name) }
    }

    @Test("under another name, or changed in one bit, it does not open")
    func moved() async throws {
        let name = try await picture()
        let other = try #require(BlobName(log, name.record, "other"))
        let kept = try #require(blobs.bytes(name))
        blobs.put(other, kept)
        await #expect(throws: LedgerError.self) { try await ledger.blob(other) }
        blobs.put(name, kept.dropLast() + [kept[kept.count - 1] ^ 1])
        await #expect(throws: LedgerError.self) { try await ledger.blob(name) }
    }

    @Test("without a record there is no key, and nothing is kept")
    func orphan() async throws {
        let name = try #require(BlobName(log, "picture/none", "word"))
        await #expect(throws: LedgerError.noSuchRecord("picture/none")) { try await ledger.putBlob(name, [1]) }
        #expect(blobs.names(log).isEmpty)
    }
}
