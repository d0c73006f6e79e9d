import Ledger
import Testing

@Suite("Every store appends")
struct AppendContract {
    let log: LogID
    init() throws { log = try Sample.log("oakdene") }

    @Test("positions run from 0 without gaps, in the order of the events", arguments: Engine.allCases)
    func positions(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            let first = try await store.append(
                Sample.append(log, Sample.change("a", events: 2, Sample.view()), Sample.change("b", Sample.view())))
            let second = try await store.append(Sample.append(log, Sample.change("a", at: 2, Sample.view())))
            #expect(first.positions == 0..<3)
            #expect(second.positions == 3..<4)
            let events = try await store.events(log, from: 0, limit: 10)
            #expect(events.map(\.position) == [0, 1, 2, 3])
            #expect(events.map(\.record) == ["a", "a", "b", "a"])
            #expect(events.map(\.revision) == [1, 2, 1, 3])
        }
    }

    @Test("an event comes back as it was given, with its leaf", arguments: Engine.allCases)
    func fields(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            let append = SealedAppend(
                log: log, stamp: Stamp(actor: "p-ö", cause: "", time: -5),
                changes: [
                    SealedChange(
                        record: "a", expected: 0, events: [NewEvent(type: "account.opened", payload: [0, 255, 0])],
                        view: Sample.view(), wrappedKey: [9])
                ], reads: [:])
            _ = try await store.append(append)
            let event = try #require(try await store.events(log, record: "a").first)
            var expected = SealedEvent(
                log: log, position: 0, record: "a", revision: 1, type: "account.opened", stamp: append.stamp,
                payload: [0, 255, 0], leaf: [])
            expected.leaf = LeafEncoding.leafHash(of: expected)
            #expect(event == expected)
        }
    }

    @Test("events read in pages from a position", arguments: Engine.allCases)
    func paging(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            _ = try await store.append(Sample.append(log, Sample.change("a", events: 5, Sample.view())))
            #expect(try await store.events(log, from: 1, limit: 2).map(\.position) == [1, 2])
            #expect(try await store.events(log, from: 5, limit: 2).isEmpty)
            #expect(try await store.events(log, from: 0, limit: 0).isEmpty)
        }
    }

    @Test("packed events hold the same as events", arguments: Engine.allCases)
    func packed(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            _ = try await store.append(Sample.append(log, Sample.change("a", events: 3, Sample.view())))
            var expected = PackedEvents()
            for event in try await store.events(log, from: 1, limit: 10) { expected.append(event) }
            #expect(try await store.packedEvents(log, from: 1, limit: 10) == expected)
            #expect(expected.count == 2)
        }
    }

    @Test("a second writer at the same revision is refused", arguments: Engine.allCases)
    func guarded(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            try await store.put(log, "a", Sample.view())
            await #expect(throws: LedgerError.revisionTaken(record: "a", expected: 0, actual: 1)) {
                try await store.put(log, "a", Sample.view())
            }
            await #expect(throws: LedgerError.revisionTaken(record: "b", expected: 4, actual: 0)) {
                try await store.append(Sample.append(log, Sample.change("b", at: 4, Sample.view())))
            }
        }
    }

    @Test("a record that was only read must not have moved on", arguments: Engine.allCases)
    func reads(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            try await store.put(log, "pack", Sample.view())
            _ = try await store.append(Sample.append(log, reads: ["pack": 1], Sample.change("a", Sample.view())))
            await #expect(throws: LedgerError.revisionTaken(record: "pack", expected: 0, actual: 1)) {
                try await store.append(Sample.append(log, reads: ["pack": 0], Sample.change("b", Sample.view())))
            }
            #expect(try await store.record(log, "b") == nil)
        }
    }

    @Test("a refused append leaves nothing of itself", arguments: Engine.allCases)
    func whole(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            try await store.put(log, "b", Sample.view())
            let tree = try await store.tree(log)
            let views = try await store.dumpViews(log)
            await #expect(throws: LedgerError.revisionTaken(record: "b", expected: 7, actual: 1)) {
                try await store.append(
                    Sample.append(log, Sample.change("a", Sample.view()), Sample.change("b", at: 7, Sample.view())))
            }
            #expect(try await store.tree(log) == tree)
            #expect(try await store.dumpViews(log) == views)
            #expect(try await store.events(log, record: "a").isEmpty)
            #expect(try await store.wrappedKey(log, "a") == nil)
        }
    }

    @Test("a second change to one record expects what the first made", arguments: Engine.allCases)
    func twice(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            _ = try await store.append(
                Sample.append(
                    log, Sample.change("a", Sample.view("First")), Sample.change("a", at: 1, Sample.view("Second"))))
            #expect(try await store.record(log, "a")?.row.title == "Second")
            #expect(try await store.record(log, "a")?.row.revision == 2)
        }
    }

    @Test("a record's first change without a key is refused", arguments: Engine.allCases)
    func keyless(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            var keyless = Sample.change("a", Sample.view())
            keyless.wrappedKey = nil
            let append = Sample.append(log, keyless)
            await #expect(throws: LedgerError.self) { try await store.append(append) }
            #expect(try await store.tree(log).size == 0)
        }
    }

    @Test("the tree is the tree of the leaves", arguments: Engine.allCases)
    func tree(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            for number in 0..<11 { try await store.put(log, "r\(number)", Sample.view()) }
            let leaves = try await store.leafHashes(log, 0..<11)
            #expect(leaves.count == 11)
            #expect(CompactRange(try await store.tree(log)).root == PerfectSubtrees(leaves: leaves).root)
            #expect(try await store.leafHashes(log, 3..<5) == Array(leaves[3..<5]))
        }
    }

    @Test("many writers at once lose nothing and leave no gap", arguments: Engine.allCases)
    func crowd(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            let log = log
            let refused = try await withThrowingTaskGroup(of: Int.self) { group in
                for writer in 0..<40 {
                    group.addTask {
                        // Two writers want each record: one of them is refused and the others go on.
                        do {
                            try await store.put(log, "r\(writer / 2)", Sample.view())
                            return 0
                        } catch LedgerError.revisionTaken {
                            return 1
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(refused == 20)
            #expect(try await store.events(log, from: 0, limit: 100).map(\.position) == Array(0..<20))
            let leaves = try await store.leafHashes(log, 0..<20)
            #expect(CompactRange(try await store.tree(log)).root == PerfectSubtrees(leaves: leaves).root)
        }
    }
}
