/// The data key of a record that is still to be made, so that what belongs to it can be sealed before its first event.
package struct PreparedKey: Sendable {
    let key: RecordKey
    let wrapped: [UInt8]
}

extension Ledger {
    /// For ``Append/prepared``. A key that no append ever takes is lost, and what it sealed with it.
    package func prepareKey(_ log: LogID, _ record: String) throws(LedgerError) -> PreparedKey {
        let (key, wrapped) = try sealer.newKey(log: log, record: record)
        return PreparedKey(key: key, wrapped: wrapped)
    }

    /// Seals bytes under a record's data key and keeps them; what erases the record makes them unreadable too.
    ///
    /// - Parameter prepared: the key of a record that has no event yet; nil for one that has.
    /// - Throws: ``LedgerError/erased(record:)``, ``LedgerError/noSuchRecord(_:)``.
    package func putBlob(
        _ name: BlobName, _ bytes: [UInt8], prepared: PreparedKey? = nil
    ) async throws(LedgerError) {
        let key: RecordKey
        if let prepared { key = prepared.key } else { key = try await blobKey(name) }
        try await blobs.put(name, try key.sealBlob(bytes, name))
    }

    /// - Returns: nil when there are no such bytes.
    package func blob(_ name: BlobName) async throws(LedgerError) -> [UInt8]? {
        guard let sealed = try await blobs.bytes(name) else { return nil }
        return try await blobKey(name).openBlob(sealed, name)
    }

    private func blobKey(_ name: BlobName) async throws(LedgerError) -> RecordKey {
        guard let key = try await openingKey(name.log, name.record) else {
            guard try await store.record(name.log, name.record) == nil else { throw .erased(record: name.record) }
            throw .noSuchRecord(name.record)
        }
        return key
    }
}
