import Ledger
import Testing

@Suite("Every store keeps its walls")
struct WallContract {
    let log: LogID
    let other: LogID
    init() throws {
        log = try Sample.log("oakdene")
        other = try Sample.log("grange")
    }

    private func fill(_ store: any LedgerStoring) async throws {
        try await store.createLog(log, time: 1)
        try await store.createLog(other, time: 1)
        let duty = Sample.duty("do", for: ["role:slt"], due: 1)
        try await store.put(log, "all", Sample.view("Word all", audience: ["staff"], duties: [duty]))
        try await store.put(
            log, "few", Sample.view("Word few", kind: "incident", audience: ["role:dsl", "person:p-1"], duties: [duty]))
        try await store.put(log, "none", Sample.view("Word none", audience: [], duties: [duty]))
        try await store.put(other, "theirs", Sample.view("Word theirs", audience: ["staff"], duties: [duty]))
    }

    @Test(
        "an audience bounds rows, counts, tallies, duties and search alike", arguments: Engine.allCases,
        [
            (["staff"], ["all"]), (["role:dsl"], ["few"]), (["staff", "person:p-1"], ["all", "few"]),
            (["role:head"], []), ([], []), (nil, ["all", "few", "none"]),
        ] as [([String]?, [String])])
    func audience(_ engine: Engine, _ asked: ([String]?, [String])) async throws {
        try await engine.withStore { store in
            try await fill(store)
            let (audience, seen) = asked
            let page = try await store.records(log, matching: RecordQuery(audience: audience))
            #expect(page.rows.map(\.record) == seen)
            #expect(page.total == seen.count)
            let short = try await store.records(log, matching: RecordQuery(audience: audience, limit: 1))
            #expect(short.total == seen.count)
            let states = try await store.sealedRecords(log, matching: RecordQuery(audience: audience))
            #expect(states.map(\.row.record) == seen)
            #expect(try await store.tallies(log, audience: audience).reduce(0) { $0 + $1.count } == seen.count)
            let duties = try await store.duties(log, assignees: ["role:slt"], audience: audience, limit: 10)
            #expect(duties.map(\.record) == seen)
            #expect(try await store.found(log, RecordQuery(words: "word", audience: audience)) == seen)
        }
    }

    @Test("tallies count by kind and status", arguments: Engine.allCases)
    func tallies(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await fill(store)
            #expect(
                try await store.tallies(log, audience: nil) == [
                    Tally(kind: "account", status: "open", count: 2), Tally(kind: "incident", status: "open", count: 1),
                ])
        }
    }

    @Test("logs are walled from each other", arguments: Engine.allCases)
    func logs(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await fill(store)
            #expect(try await store.logs() == [other, log])
            #expect(try await store.record(other, "all") == nil)
            #expect(try await store.events(other, from: 0, limit: 10).map(\.record) == ["theirs"])
            #expect(try await store.events(other, record: "all").isEmpty)
            #expect(try await store.found(other, RecordQuery(words: "word", audience: nil)) == ["theirs"])
            #expect(try await store.tree(other).size == 1)
            #expect(try await store.wrappedKey(other, "all") == nil)
            #expect(try await store.duties(other, assignees: ["role:slt"], audience: nil, limit: 9).count == 1)
            // The same identifier in both is two records.
            try await store.put(other, "all", Sample.view("Theirs"))
            #expect(try await store.record(log, "all")?.row.title == "Word all")
        }
    }

    @Test("a log is made once, and one that was never made is named", arguments: Engine.allCases)
    func making(_ engine: Engine) async throws {
        try await engine.withStore { store in
            let log = log
            try await store.createLog(log, time: 1)
            await #expect(throws: LedgerError.logExists(log)) { try await store.createLog(log, time: 2) }
            let none = try Sample.log("nowhere")
            await #expect(throws: LedgerError.noSuchLog(none)) { try await store.tree(none) }
            await #expect(throws: LedgerError.noSuchLog(none)) { try await store.record(none, "a") }
            await #expect(throws: LedgerError.noSuchLog(none)) { try await store.login(none, name: "a") }
            await #expect(throws: LedgerError.noSuchLog(none)) { try await store.put(none, "a", Sample.view()) }
        }
    }
}
