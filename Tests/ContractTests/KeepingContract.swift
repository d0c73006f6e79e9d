import Ledger
import Testing

@Suite("Every store keeps and rebuilds")
struct KeepingContract {
    let log: LogID
    init() throws { log = try Sample.log("oakdene") }

    private func fill(_ store: any LedgerStoring) async throws -> [SealedView] {
        try await store.createLog(log, time: 1)
        let first = Sample.view(
            "First", audience: ["b", "a", "a"], facets: [Facet("n", "2"), Facet("n", "1")],
            duties: [Sample.duty("x", for: ["p", "q"], due: 4)], words: "some words")
        try await store.put(log, "a", time: 3, Sample.view("Before", words: "gone"))
        _ = try await store.append(Sample.append(log, time: 5, Sample.change("a", at: 1, first)))
        try await store.put(log, "b", time: 6, Sample.view("Second"))
        return [
            SealedView(record: "b", revision: 1, created: 6, changed: 6, view: Sample.view("Second")),
            SealedView(record: "a", revision: 2, created: 3, changed: 5, view: first),
        ]
    }

    @Test("views rebuilt are the same to the byte", arguments: Engine.allCases)
    func rebuilt(_ engine: Engine) async throws {
        try await engine.withStore { store in
            let views = try await fill(store)
            let before = try await store.dumpViews(log)
            try await store.replaceViews(log, views)
            #expect(try await store.dumpViews(log) == before)
            #expect(!before.isEmpty)
            #expect(try await store.found(log, RecordQuery(words: "some", audience: nil)) == ["a"])
        }
    }

    @Test("replacing views replaces every one and touches no event", arguments: Engine.allCases)
    func replaced(_ engine: Engine) async throws {
        try await engine.withStore { store in
            var views = try await fill(store)
            let events = try await store.events(log, from: 0, limit: 10)
            views[1].view = Sample.view("Other", audience: ["c"])
            try await store.replaceViews(log, views)
            #expect(try await store.record(log, "a")?.row.title == "Other")
            #expect(try await store.found(log, RecordQuery(audience: ["a"])).isEmpty)
            #expect(try await store.found(log, RecordQuery(words: "words", audience: nil)).isEmpty)
            #expect(try await store.events(log, from: 0, limit: 10) == events)
        }
    }

    @Test("views of another revision, or not of every record, are refused", arguments: Engine.allCases)
    func stale(_ engine: Engine) async throws {
        try await engine.withStore { store in
            let views = try await fill(store)
            let log = log
            let before = try await store.dumpViews(log)
            var changed = views
            changed[1].revision = 1
            let old = changed
            await #expect(throws: LedgerError.revisionTaken(record: "a", expected: 1, actual: 2)) {
                try await store.replaceViews(log, old)
            }
            await #expect(throws: LedgerError.revisionTaken(record: "a", expected: 0, actual: 2)) {
                try await store.replaceViews(log, [views[0]])
            }
            #expect(try await store.dumpViews(log) == before)
        }
    }

    @Test("a destroyed key takes the content and leaves the leaves", arguments: Engine.allCases)
    func destroyed(_ engine: Engine) async throws {
        try await engine.withStore { store in
            _ = try await fill(store)
            let (log, tree, events) = (log, try await store.tree(log), try await store.events(log, record: "a"))
            try await store.destroyKey(log, "a")
            let record = try #require(try await store.record(log, "a"))
            #expect(record.wrappedKey == nil)
            #expect(record.state.isEmpty)
            #expect(record.row.title.isEmpty)
            #expect(record.row.subtitle.isEmpty)
            #expect(record.row.status == "erased")
            #expect(record.row.kind == "account")
            #expect(record.audience.isEmpty)
            #expect(try await store.wrappedKey(log, "a") == nil)
            #expect(try await store.wrappedKeys(log, ["a", "b", "c"]) == ["b": Array("key of b".utf8)])
            #expect(try await store.duties(log, record: "a").isEmpty)
            #expect(try await store.found(log, RecordQuery(words: "some", audience: nil)).isEmpty)
            #expect(try await store.events(log, record: "a") == events)
            #expect(try await store.tree(log) == tree)
            await #expect(throws: LedgerError.erased(record: "a")) {
                try await store.append(Sample.append(log, Sample.change("a", at: 2, Sample.view())))
            }
            await #expect(throws: LedgerError.noSuchRecord("z")) { try await store.destroyKey(log, "z") }
        }
    }

    @Test("checkpoints are kept, the newest first, and none is replaced", arguments: Engine.allCases)
    func checkpoints(_ engine: Engine) async throws {
        try await engine.withStore { store in
            let log = log
            try await store.createLog(log, time: 1)
            try await store.addCheckpoint(log, size: 2, text: "two", time: 10)
            try await store.addCheckpoint(log, size: 9, text: "nine", time: 20)
            try await store.addCheckpoint(log, size: 2, text: "two", time: 30)
            let all = try await store.checkpoints(log, limit: 5)
            #expect(
                all == [
                    StoredCheckpoint(size: 9, text: "nine", time: 20), StoredCheckpoint(size: 2, text: "two", time: 10),
                ])
            #expect(try await store.checkpoints(log, limit: 1).map(\.size) == [9])
            await #expect(throws: LedgerError.self) {
                try await store.addCheckpoint(log, size: 2, text: "forged", time: 40)
            }
        }
    }

    @Test("a setting is the last that was set", arguments: Engine.allCases)
    func settings(_ engine: Engine) async throws {
        try await engine.withStore { store in
            #expect(try await store.setting("x") == nil)
            try await store.setSetting("x", [1])
            try await store.setSetting("x", [2, 3])
            #expect(try await store.setting("x") == [2, 3])
        }
    }
}
