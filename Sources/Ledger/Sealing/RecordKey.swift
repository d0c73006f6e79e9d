import Crypto

/// One record's data key: random, kept only wrapped by the master key, destroyed to erase the record.
package struct RecordKey: Sendable {
    private let key: SymmetricKey
    private let seal: SyntheticSeal

    private init(_ key: SymmetricKey) {
        self.key = key
        seal = SyntheticSeal(key: key)
    }

    init(bytes: [UInt8]) { self.init(SymmetricKey(data: bytes)) }

    static func random() -> RecordKey { RecordKey(SymmetricKey(size: .bits256)) }

    var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

    func sealEvent(
        _ payload: [UInt8], log: LogID, record: String, revision: Int64, type: String
    ) throws(LedgerError) -> [UInt8] {
        try sealing(record) {
            try seal.seal(payload, context: SealContext.event(log: log, record: record, revision: revision, type: type))
        }
    }

    func openEvent(
        _ sealed: [UInt8], log: LogID, record: String, revision: Int64, type: String
    ) throws(LedgerError) -> [UInt8] {
        do {
            return try seal.open(
                sealed, context: SealContext.event(log: log, record: record, revision: revision, type: type))
        } catch {
            throw .corrupt(record: record, reason: "the event at revision \(revision) does not open")
        }
    }

    func sealState(_ state: [UInt8], log: LogID, record: String, revision: Int64) throws(LedgerError) -> [UInt8] {
        try sealing(record) {
            try seal.seal(state, context: SealContext.state(log: log, record: record, revision: revision))
        }
    }

    func openState(_ sealed: [UInt8], log: LogID, record: String, revision: Int64) throws(LedgerError) -> [UInt8] {
        do {
            return try seal.open(sealed, context: SealContext.state(log: log, record: record, revision: revision))
        } catch {
            throw .corrupt(record: record, reason: "the state at revision \(revision) does not open")
        }
    }

    func sealBlob(_ bytes: [UInt8], _ name: BlobName) throws(LedgerError) -> [UInt8] {
        try sealing(name.record) { try seal.seal(bytes, context: SealContext.blob(name)) }
    }

    func openBlob(_ sealed: [UInt8], _ name: BlobName) throws(LedgerError) -> [UInt8] {
        do {
            return try seal.open(sealed, context: SealContext.blob(name))
        } catch {
            throw .corrupt(record: name.record, reason: "what is kept beside it as `\(name.word)` does not open")
        }
    }

    private func sealing(_ record: String, _ work: () throws -> [UInt8]) throws(LedgerError) -> [UInt8] {
        do { return try work() } catch {
            throw .corrupt(record: record, reason: "its content could not be sealed")
        }
    }
}
