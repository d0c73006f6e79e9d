import Ledger
import Synchronization

/// A store that can be made to fail as a full disk or a broken file would.
final class FailingStore: LedgerStoring {
    static let detail = "SQLITE_FULL at /var/lib/hornbook/hornbook.db: INSERT INTO login"
    private let store = InMemoryStore()
    private let isFailing = Mutex(false)

    func fail() { isFailing.withLock { $0 = true } }

    private func sound() throws(LedgerError) -> InMemoryStore {
        if isFailing.withLock({ $0 }) { throw .unavailable(Self.detail) }
        return store
    }

    func logs() async throws(LedgerError) -> [LogID] { try await sound().logs() }
    func createLog(_ log: LogID, time: Int64) async throws(LedgerError) { try await sound().createLog(log, time: time) }
    func append(_ append: SealedAppend) async throws(LedgerError) -> Appended { try await sound().append(append) }
    func record(_ log: LogID, _ record: String) async throws(LedgerError) -> SealedRecord? {
        try await sound().record(log, record)
    }
    func records(_ log: LogID, matching query: RecordQuery) async throws(LedgerError) -> RecordPage {
        try await sound().records(log, matching: query)
    }
    func sealedRecords(_ log: LogID, matching query: RecordQuery) async throws(LedgerError) -> [SealedRecord] {
        try await sound().sealedRecords(log, matching: query)
    }
    func duties(_ log: LogID, assignees: [String], audience: [String]?, limit: Int) async throws(LedgerError)
        -> [DutyRow]
    {
        try await sound().duties(log, assignees: assignees, audience: audience, limit: limit)
    }
    func duties(_ log: LogID, record: String) async throws(LedgerError) -> [DutyRow] {
        try await sound().duties(log, record: record)
    }
    func tallies(_ log: LogID, audience: [String]?) async throws(LedgerError) -> [Tally] {
        try await sound().tallies(log, audience: audience)
    }
    func events(_ log: LogID, from position: Int64, limit: Int) async throws(LedgerError) -> [SealedEvent] {
        try await sound().events(log, from: position, limit: limit)
    }
    func events(_ log: LogID, record: String) async throws(LedgerError) -> [SealedEvent] {
        try await sound().events(log, record: record)
    }
    func leafHashes(_ log: LogID, _ range: Range<Int64>) async throws(LedgerError) -> [[UInt8]] {
        try await sound().leafHashes(log, range)
    }
    func tree(_ log: LogID) async throws(LedgerError) -> TreeHead { try await sound().tree(log) }
    func wrappedKey(_ log: LogID, _ record: String) async throws(LedgerError) -> [UInt8]? {
        try await sound().wrappedKey(log, record)
    }
    func destroyKey(_ log: LogID, _ record: String) async throws(LedgerError) {
        try await sound().destroyKey(log, record)
    }
    func addCheckpoint(_ log: LogID, size: Int64, text: String, time: Int64) async throws(LedgerError) {
        try await sound().addCheckpoint(log, size: size, text: text, time: time)
    }
    func checkpoints(_ log: LogID, limit: Int) async throws(LedgerError) -> [StoredCheckpoint] {
        try await sound().checkpoints(log, limit: limit)
    }
    func replaceViews(_ log: LogID, _ views: [SealedView]) async throws(LedgerError) {
        try await sound().replaceViews(log, views)
    }
    func dumpViews(_ log: LogID) async throws(LedgerError) -> [String] { try await sound().dumpViews(log) }
    func setting(_ name: String) async throws(LedgerError) -> [UInt8]? { try await sound().setting(name) }
    func setSetting(_ name: String, _ value: [UInt8]) async throws(LedgerError) {
        try await sound().setSetting(name, value)
    }
    func close() async throws(LedgerError) {}

    func setLogin(_ log: LogID, _ login: Login) async throws(LedgerError) { try await sound().setLogin(log, login) }
    func login(_ log: LogID, name: String) async throws(LedgerError) -> Login? {
        try await sound().login(log, name: name)
    }
    func login(_ log: LogID, person: String) async throws(LedgerError) -> Login? {
        try await sound().login(log, person: person)
    }
    func removeLogin(_ log: LogID, person: String) async throws(LedgerError) {
        try await sound().removeLogin(log, person: person)
    }
    func addTicket(_ log: LogID, _ ticket: Ticket) async throws(LedgerError) {
        try await sound().addTicket(log, ticket)
    }
    func ticket(_ log: LogID, _ use: Ticket.Use, hash: [UInt8], now: Int64) async throws(LedgerError) -> Ticket? {
        try await sound().ticket(log, use, hash: hash, now: now)
    }
    func tickets(_ log: LogID, person: String, _ use: Ticket.Use, now: Int64) async throws(LedgerError) -> [Ticket] {
        try await sound().tickets(log, person: person, use, now: now)
    }
    func takeTicket(_ log: LogID, _ use: Ticket.Use, hash: [UInt8]) async throws(LedgerError) -> Bool {
        try await sound().takeTicket(log, use, hash: hash)
    }
    func removeTickets(_ log: LogID, person: String, _ use: Ticket.Use) async throws(LedgerError) {
        try await sound().removeTickets(log, person: person, use)
    }
    func touchTicket(_ log: LogID, _ use: Ticket.Use, hash: [UInt8], now: Int64) async throws(LedgerError) {
        try await sound().touchTicket(log, use, hash: hash, now: now)
    }
    func removeExpiredTickets(now: Int64) async throws(LedgerError) { try await sound().removeExpiredTickets(now: now) }
}
