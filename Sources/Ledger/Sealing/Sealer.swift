import Crypto

/// Wraps and unwraps the data keys of records under the master key.
package struct Sealer: Sendable {
    private let wrapping: SyntheticSeal

    package init(master: MasterKey) { wrapping = SyntheticSeal(key: master.wrapping) }

    /// A new data key for a record, and the same wrapped.
    func newKey(log: LogID, record: String) throws(LedgerError) -> (key: RecordKey, wrapped: [UInt8]) {
        let key = RecordKey.random()
        do {
            return (key, try wrapping.seal(key.bytes, context: SealContext.key(log: log, record: record)))
        } catch {
            throw .corrupt(record: record, reason: "its key could not be wrapped")
        }
    }

    func unwrap(_ wrapped: [UInt8], log: LogID, record: String) throws(LedgerError) -> RecordKey {
        do {
            return RecordKey(bytes: try wrapping.open(wrapped, context: SealContext.key(log: log, record: record)))
        } catch {
            throw .corrupt(record: record, reason: "its key does not open under the master key")
        }
    }
}
