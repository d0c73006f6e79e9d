import Testing

@testable import Ledger

@Suite("A ledger")
struct LedgerBehaviourTests {
    @Test("another master key is refused")
    func wrongKey() async throws {
        let fixture = try await Fixture()
        let other = try #require(MasterKey(bytes: Array(repeating: 9, count: 32)))
        await #expect(throws: LedgerError.wrongMasterKey) {
            try await Ledger(store: fixture.store, master: other, origin: Fixture.origin)
        }
    }

    @Test("another name in checkpoints is refused")
    func wrongOrigin() async throws {
        let fixture = try await Fixture()
        await #expect(throws: LedgerError.self) {
            try await Ledger(store: fixture.store, master: fixture.master, origin: "other.example")
        }
        #expect(try await Ledger.origin(of: fixture.store) == Fixture.origin)
    }

    @Test("what was appended is loaded, and its history read")
    func roundTrip() async throws {
        let fixture = try await Fixture()
        try await fixture.write(fixture.log, "a", "one", time: 5)
        try await fixture.write(fixture.log, "a", "two", time: 6)
        let loaded = try #require(try await fixture.ledger.load(fixture.log, "a"))
        #expect(loaded.state == Array("state two".utf8))
        #expect(loaded.row.revision == 2)
        #expect(loaded.audience == ["person:p-2", "staff"])
        let history = try await fixture.ledger.history(fixture.log, "a")
        #expect(history.map(\.payload) == [Array("one".utf8), Array("two".utf8)])
        #expect(try await fixture.ledger.load(fixture.log, "b") == nil)
        #expect(try await fixture.ledger.history(fixture.log, "b").isEmpty)
        let page = try await fixture.ledger.load(fixture.log, matching: RecordQuery(audience: ["staff"]))
        #expect(page == [loaded])
    }

    @Test("a store never sees content in clear")
    func sealed() async throws {
        let fixture = try await Fixture()
        try await fixture.write(fixture.log, "a", "confidential")
        let event = try #require(try await fixture.store.events(fixture.log, record: "a").first)
        let record = try #require(try await fixture.store.record(fixture.log, "a"))
        #expect(!String(decoding: event.payload, as: UTF8.self).contains("confidential"))
        #expect(!String(decoding: record.state, as: UTF8.self).contains("confidential"))
    }

    @Test("recent events come newest first")
    func recent() async throws {
        let fixture = try await Fixture()
        try await fixture.fill(fixture.log, to: 30)
        let recent = try await fixture.ledger.recent(fixture.log, limit: 3)
        #expect(recent.map(\.position) == [29, 28, 27])
        #expect(recent[0].payload == Array("event 29".utf8))
        #expect(try await fixture.ledger.recent(fixture.other, limit: 3).isEmpty)
    }

    @Test("of two writers of one new record, one is refused and both can then go on")
    func race() async throws {
        let fixture = try await Fixture()
        // Another program's ledger over the same store.
        let second = try await Ledger(store: fixture.store, master: fixture.master, origin: Fixture.origin)
        try await fixture.write(fixture.log, "a", "one")
        let change = Change(
            record: "a", expected: 0, events: [NewEvent(type: "note.written", payload: [1])],
            view: Fixture.view("a", "x", revision: 1))
        let stamp = Stamp(actor: "p", cause: "c", time: 1)
        await #expect(throws: LedgerError.revisionTaken(record: "a", expected: 0, actual: 1)) {
            try await second.append(Append(log: fixture.log, stamp: stamp, changes: [change]))
        }
        var again = change
        again.expected = 1
        _ = try await second.append(Append(log: fixture.log, stamp: stamp, changes: [again]))
        #expect(try await fixture.ledger.history(fixture.log, "a").map(\.payload) == [Array("one".utf8), [1]])
    }

    @Test("a change without events guards and changes nothing")
    func guardOnly() async throws {
        let fixture = try await Fixture()
        try await fixture.write(fixture.log, "a", "one")
        func append(at expected: Int64) -> Append {
            Append(
                log: fixture.log, stamp: Stamp(actor: "p", cause: "c", time: 9),
                changes: [
                    Change(record: "a", expected: expected, events: [], view: Fixture.view("a", "x", revision: 1)),
                    Change(
                        record: "b", expected: 0, events: [NewEvent(type: "note.written", payload: [1])],
                        view: Fixture.view("b", "x", revision: 1)),
                ])
        }
        await #expect(throws: LedgerError.revisionTaken(record: "a", expected: 0, actual: 1)) {
            try await fixture.ledger.append(append(at: 0))
        }
        #expect(try await fixture.ledger.append(append(at: 1)).positions == 1..<2)
        #expect(try await fixture.ledger.load(fixture.log, "a")?.row.revision == 1)
    }

    @Test("two duties of one key are refused")
    func doubledDuty() async throws {
        let fixture = try await Fixture()
        var view = Fixture.view("a", "x", revision: 1)
        view.duties += view.duties
        let append = Append(
            log: fixture.log, stamp: Stamp(actor: "p", cause: "c", time: 9),
            changes: [
                Change(record: "a", expected: 0, events: [NewEvent(type: "note.written", payload: [1])], view: view)
            ])
        await #expect(throws: LedgerError.self) { try await fixture.ledger.append(append) }
    }

    @Test("an erased record has no content, and its leaves stand")
    func erased() async throws {
        let fixture = try await Fixture()
        try await fixture.fill(fixture.log, to: 40)
        let root = try await fixture.ledger.head(fixture.log).root
        try await fixture.ledger.erase(fixture.log, "r3")
        await #expect(throws: LedgerError.erased(record: "r3")) { try await fixture.ledger.load(fixture.log, "r3") }
        await #expect(throws: LedgerError.erased(record: "r3")) { try await fixture.write(fixture.log, "r3", "more") }
        #expect(try await fixture.ledger.history(fixture.log, "r3").map(\.payload) == [nil, nil])
        #expect(try await fixture.ledger.load(fixture.log, matching: RecordQuery(audience: nil)).count == 19)
        #expect(try await fixture.ledger.head(fixture.log).root == root)
        let report = try await fixture.verifier.verify(fixture.log)
        #expect(report.isSound)
        #expect(report.erased == 1)
        let rebuilt = try await fixture.ledger.rebuild(fixture.log, project: Fixture.project)
        #expect(rebuilt.isIdentical)
        #expect(rebuilt.erased == 1)
    }

    @Test("a rebuild gives the same views, and says what was not")
    func rebuild() async throws {
        let fixture = try await Fixture()
        try await fixture.fill(fixture.log, to: 45)
        let same = try await fixture.ledger.rebuild(fixture.log, project: Fixture.project)
        #expect(same.isIdentical)
        #expect(same.records == 20)
        #expect(same.events == 45)
        let other = try await fixture.ledger.rebuild(fixture.log) { record, events in
            var view = try Fixture.project(record, events)
            if record == "r7" { view.status = "odd" }
            return view
        }
        #expect(other.removed.count == 1)
        #expect(other.added.count == 1)
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.rebuild(fixture.log) { _, _ in throw LedgerError.wrongMasterKey }
        }
    }
}
