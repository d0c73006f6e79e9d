package import Crypto

/// The record that cannot be quietly changed: seals, appends, opens, signs and proves, over any store.
///
/// Content is sealed before it reaches the store and opened after it leaves it: a store never sees it in clear.
/// The ledger reads no clock: times come in with what is appended.
package struct Ledger: Sendable {
    /// The storage engine, for what is kept beside the log: sign-in, settings, closing.
    package let store: any LedgerStoring
    /// Where bytes are kept that are too large for an event.
    package let blobs: any BlobStoring
    /// The installation's name in checkpoints, such as `hornbook.example`.
    package let origin: String
    /// Seals credentials inside events.
    package let vault: Vault
    let master: MasterKey
    let sealer: Sealer
    let keys = RecordKeyCache()

    /// Opens a ledger over a store, or begins one when the store is new.
    ///
    /// - Parameters:
    ///   - origin: The installation's name: no spaces and no `+`. It stands in every checkpoint given out, so it is kept
    ///     with the installation and may not change.
    ///   - blobs: In memory where nothing is to be kept.
    /// - Throws: ``LedgerError/wrongMasterKey`` when the store was begun with another key.
    package init(
        store: any LedgerStoring, master: MasterKey, origin: String, blobs: any BlobStoring = InMemoryBlobs()
    ) async throws(LedgerError) {
        guard !origin.isEmpty, !origin.contains(where: { $0 == "+" || $0.isWhitespace }) else {
            throw .unavailable("The ledger's name `\(origin)` is not fit for checkpoints: leave out spaces and `+`.")
        }
        self.store = store
        self.blobs = blobs
        self.master = master
        self.origin = origin
        vault = master.vault
        sealer = Sealer(master: master)
        try await Self.checkInstallation(store, master: master, origin: origin)
    }

    private static func checkInstallation(
        _ store: any LedgerStoring, master: MasterKey, origin: String
    ) async throws(LedgerError) {
        if let check = try await store.setting(Setting.masterCheck) {
            guard check == master.check else { throw .wrongMasterKey }
        } else if try await store.logs().isEmpty {
            try await store.setSetting(Setting.masterCheck, master.check)
        } else {
            throw .unavailable("The database has lost the check of its master key: restore it from a backup.")
        }
        if let kept = try await store.setting(Setting.origin) {
            let name = String(decoding: kept, as: UTF8.self)
            guard name == origin else {
                throw .unavailable(
                    "This installation's checkpoints are signed as `\(name)`, not `\(origin)`: use the first name.")
            }
        } else {
            try await store.setSetting(Setting.origin, Array(origin.utf8))
        }
    }

    /// The name in checkpoints that a store's installation began with; nil when it is new.
    package static func origin(of store: any LedgerStoring) async throws(LedgerError) -> String? {
        try await store.setting(Setting.origin).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A 256-bit key for one purpose of the office, such as `csrf`.
    package func derived(_ purpose: String) -> SymmetricKey { master.derived("office/\(purpose)") }

    package func logs() async throws(LedgerError) -> [LogID] { try await store.logs() }

    package func createLog(_ log: LogID, time: Int64) async throws(LedgerError) {
        try await store.createLog(log, time: time)
    }

    private enum Setting {
        static let masterCheck = "master-check"
        static let origin = "origin"
    }
}
