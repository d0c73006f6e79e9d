import Ledger
import Testing

@Suite("Every store finds")
struct QueryContract {
    let log: LogID
    init() throws { log = try Sample.log("oakdene") }

    @Test("a record is its newest view", arguments: Engine.allCases)
    func replaced(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            try await store.put(
                log, "a", time: 10,
                Sample.view(
                    "Old", status: "draft", audience: ["staff", "role:slt"], facets: [Facet("person", "p-1")],
                    duties: [Sample.duty("approve", for: ["role:slt"], due: 5)], words: "ancient"))
            let new = Sample.view(
                "New", status: "open", audience: ["role:slt", "person:p-2"], facets: [Facet("person", "p-2")],
                duties: [Sample.duty("check", for: ["person:p-2"], due: nil)], words: "modern", state: [7, 8])
            _ = try await store.append(Sample.append(log, time: 20, Sample.change("a", at: 1, new)))
            let record = try #require(try await store.record(log, "a"))
            #expect(
                record.row
                    == RecordRow(
                        record: "a", kind: "account", status: "open", title: "New", subtitle: "under New", revision: 2,
                        created: 10, changed: 20))
            #expect(record.audience == ["person:p-2", "role:slt"])
            #expect(record.state == [7, 8])
            #expect(record.wrappedKey == Array("key of a".utf8))
            #expect(try await store.found(log, RecordQuery(words: "ancient", audience: nil)).isEmpty)
            #expect(try await store.found(log, RecordQuery(words: "modern", audience: nil)) == ["a"])
            #expect(try await store.found(log, RecordQuery(facets: [Facet("person", "p-1")], audience: nil)).isEmpty)
            #expect(try await store.duties(log, record: "a").map(\.duty.key) == ["check"])
        }
    }

    @Test("a record that is not there is nil", arguments: Engine.allCases)
    func absent(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            #expect(try await store.record(log, "a") == nil)
            #expect(try await store.events(log, record: "a").isEmpty)
            #expect(try await store.duties(log, record: "a").isEmpty)
        }
    }

    @Test(
        "a list is in the order asked for, ties by identifier", arguments: Engine.allCases,
        [
            (RecordQuery.Order.title, false, ["c", "a", "b", "d"]), (.title, true, ["b", "d", "a", "c"]),
            (.changed, false, ["b", "a", "d", "c"]), (.created, true, ["c", "d", "a", "b"]),
            (.status, false, ["b", "d", "a", "c"]),
        ])
    func order(_ engine: Engine, _ asked: (RecordQuery.Order, Bool, [String])) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            try await store.put(log, "b", time: 1, Sample.view("zebra", status: "draft"))
            try await store.put(log, "a", time: 2, Sample.view("Bee", status: "open"))
            try await store.put(log, "d", time: 3, Sample.view("Zebra", status: "draft"))
            try await store.put(log, "c", time: 4, Sample.view("ant", status: "open"))
            let query = RecordQuery(audience: nil, order: asked.0, descending: asked.1)
            #expect(try await store.found(log, query) == asked.2)
        }
    }

    @Test("what no other record names is found, those aside that do not count", arguments: Engine.allCases)
    func unnamed(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            let other = try Sample.log("grange")
            try await store.createLog(other, time: 1)
            for key in ["a", "b", "c"] { try await store.put(log, "picture/\(key)", Sample.view(key, kind: "picture")) }
            func post(_ key: String, of picture: String, status: String = "draft", in log: LogID) async throws {
                try await store.put(
                    log, "post/\(key)",
                    Sample.view(key, kind: "post", status: status, facets: [Facet("picture", picture)]))
            }
            try await post("1", of: "a", in: log)
            try await post("2", of: "b", status: "discarded", in: log)
            // Of another school, or under another name, it is not named.
            try await post("3", of: "c", in: other)
            try await store.put(log, "post/4", Sample.view(kind: "post", facets: [Facet("pupil", "c")]))
            func found(_ unnamed: Unnamed) async throws -> [String] {
                try await store.found(log, RecordQuery(kind: "picture", audience: nil, unnamed: unnamed))
            }
            #expect(try await found(Unnamed(by: "post", facet: "picture")) == ["picture/c"])
            #expect(
                try await found(Unnamed(by: "post", facet: "picture", exceptStatuses: ["discarded"]))
                    == ["picture/b", "picture/c"])
            #expect(try await found(Unnamed(by: "account", facet: "picture")).count == 3)
        }
    }

    @Test("a page holds its part and the whole count", arguments: Engine.allCases)
    func paging(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            for name in ["a", "b", "c", "d", "e"] { try await store.put(log, name, Sample.view(name)) }
            for (offset, expected) in [(0, ["a", "b"]), (4, ["e"]), (9, [])] {
                let page = try await store.records(
                    log, matching: RecordQuery(audience: nil, offset: offset, limit: 2))
                #expect(page.rows.map(\.record) == expected)
                #expect(page.total == 5)
            }
            let states = try await store.sealedRecords(
                log, matching: RecordQuery(audience: nil, offset: 1, limit: 2))
            #expect(states.map(\.row.record) == ["b", "c"])
            #expect(states.map(\.audience) == [["staff"], ["staff"]])
            #expect(states.map(\.wrappedKey) == [Array("key of b".utf8), Array("key of c".utf8)])
        }
    }

    @Test("kind, status and every facet narrow", arguments: Engine.allCases)
    func narrowing(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            let (p1, p2, x) = (Facet("person", "p-1"), Facet("person", "p-2"), Facet("platform", "x"))
            try await store.put(log, "a", Sample.view("a", status: "open", facets: [p1, p2, x]))
            try await store.put(log, "b", Sample.view("b", status: "closed", facets: [p1]))
            try await store.put(log, "c", Sample.view("c", kind: "post", status: "open", facets: [x]))
            let cases: [(RecordQuery, [String])] = [
                (RecordQuery(kind: "account", audience: nil), ["a", "b"]),
                (RecordQuery(statuses: ["open"], audience: nil), ["a", "c"]),
                (RecordQuery(statuses: ["open", "closed"], audience: nil), ["a", "b", "c"]),
                (RecordQuery(facets: [p1], audience: nil), ["a", "b"]),
                (RecordQuery(facets: [p1, p2], audience: nil), ["a"]),
                (RecordQuery(facets: [Facet("platform", "p-1")], audience: nil), []),
                (RecordQuery(kind: "post", statuses: ["closed"], audience: nil), []),
            ]
            for (query, expected) in cases { #expect(try await store.found(log, query) == expected) }
        }
    }

    @Test(
        "search finds beginnings of all the words, whatever their case and accents", arguments: Engine.allCases,
        [
            ("oak", ["a"]), ("OAK twit", ["a"]), ("twitter oakdene", ["a"]), ("akdene", []), ("oakdene zoe", []),
            ("zoe", ["b"]), ("Zoë", ["b"]), ("cafe", ["b"]), ("o'brien", ["b"]), ("", ["a", "b"]), ("\" OR *", []),
            ("--", ["a", "b"]), ("2026", ["a"]),
        ])
    func search(_ engine: Engine, _ asked: (String, [String])) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            try await store.put(log, "a", Sample.view("Oakdene news", words: "Twitter, 2026-27"))
            try await store.put(log, "b", Sample.view("Zoë O'Brien", words: "the Café club"))
            #expect(try await store.found(log, RecordQuery(words: asked.0, audience: nil)) == asked.1)
        }
    }

    @Test("duties come soonest first, undated last, with their record", arguments: Engine.allCases)
    func duties(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.createLog(log, time: 1)
            let slt = ["role:slt", "person:p-1"]
            try await store.put(
                log, "a",
                Sample.view(
                    "A", duties: [Sample.duty("late", for: slt, due: 90), Sample.duty("open", for: slt, due: nil)]))
            try await store.put(log, "b", Sample.view("B", duties: [Sample.duty("soon", for: ["role:slt"], due: 10)]))
            try await store.put(log, "c", Sample.view("C", duties: [Sample.duty("other", for: ["role:dsl"], due: 1)]))
            let mine = try await store.duties(log, assignees: slt, audience: nil, limit: 10)
            #expect(mine.map(\.duty.key) == ["soon", "late", "open"])
            #expect(mine.map(\.recordTitle) == ["B", "A", "A"])
            #expect(mine[1].duty == Sample.duty("late", for: slt, due: 90))
            #expect(try await store.duties(log, assignees: slt, audience: nil, limit: 1).map(\.duty.key) == ["soon"])
            #expect(try await store.duties(log, assignees: [], audience: nil, limit: 10).isEmpty)
            #expect(try await store.duties(log, record: "a").map(\.duty.key) == ["late", "open"])
        }
    }
}
