import Foundation
import SQLiteStore
import Testing

@testable import Ledger

/// A ledger with some history, over any store.
struct Fixture {
    static let origin = "test.example"
    let log: LogID
    let other: LogID
    let master: MasterKey
    let store: any LedgerStoring
    let ledger: Ledger

    init(_ store: any LedgerStoring = InMemoryStore()) async throws {
        self.store = store
        log = try #require(LogID("oakdene"))
        other = try #require(LogID("grange"))
        master = try #require(MasterKey(bytes: Array(0..<32)))
        ledger = try await Ledger(store: store, master: master, origin: Self.origin)
        if try await ledger.logs().isEmpty {
            try await ledger.createLog(log, time: 0)
            try await ledger.createLog(other, time: 0)
        }
    }

    var verifier: Verifier { Verifier(store: store, master: master, origin: Self.origin, batch: 64) }

    /// Appends events until the log has so many: twenty records, in turn.
    func fill(_ log: LogID, to size: Int64) async throws {
        while true {
            let next = try await ledger.head(log).size
            guard next < size else { return }
            try await write(log, "r\(next % 20)", "event \(next)", time: 1000 + next)
        }
    }

    @discardableResult
    func write(_ log: LogID, _ record: String, _ text: String, time: Int64 = 1) async throws -> Appended {
        let before = try await store.record(log, record)?.row.revision ?? 0
        return try await ledger.append(
            Append(
                log: log, stamp: Stamp(actor: "p-\(before % 3)", cause: "c-\(time)", time: time),
                changes: [
                    Change(
                        record: record, expected: before,
                        events: [NewEvent(type: "note.written", payload: Array(text.utf8))],
                        view: Self.view(record, text, revision: before + 1))
                ]))
    }

    /// A pure function of a record's events, as a view must be.
    static func view(_ record: String, _ text: String, revision: Int64) -> RecordView {
        RecordView(
            kind: "note", status: revision % 2 == 0 ? "open" : "closed", title: "Note \(record)", subtitle: text,
            audience: ["staff", "person:p-\(revision % 3)"], facets: [Facet("revision", "\(revision)")],
            duties: [
                DutyView(
                    key: "read", title: "Read", assignees: ["role:slt"], action: "", due: revision * 10, since: revision
                )
            ],
            searchText: text, state: Array("state \(text)".utf8))
    }

    static func project(_ record: String, _ events: [PastEvent]) throws -> RecordView {
        let last = try #require(events.last)
        return view(record, String(decoding: try #require(last.payload), as: UTF8.self), revision: last.revision)
    }
}

/// A folder of a test's own, removed after it.
func withFolder(_ test: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await test(folder)
}
