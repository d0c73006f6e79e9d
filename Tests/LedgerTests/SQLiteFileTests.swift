import Foundation
import GRDB
import Testing

@testable import Ledger
@testable import SQLiteStore

@Suite("A database file")
struct SQLiteFileTests {
    private func sentence(_ open: () async throws -> Void) async -> String {
        do {
            try await open()
            return "nothing was refused"
        } catch LedgerError.unavailable(let sentence) {
            return sentence
        } catch {
            return "\(error)"
        }
    }

    @Test("is written with synchronous FULL in WAL mode")
    func durable() async throws {
        try await withFolder { folder in
            let store = try SQLiteStore(path: folder.appending(path: "a").path)
            let (synchronous, journal, secure) = try await store.pool.writeWithoutTransaction { db in
                (
                    try Int.fetchOne(db, sql: "PRAGMA synchronous"),
                    try String.fetchOne(db, sql: "PRAGMA journal_mode"),
                    try Int.fetchOne(db, sql: "PRAGMA secure_delete")
                )
            }
            #expect(synchronous == 2)
            #expect(journal == "wal")
            #expect(secure == 1)
            try await store.close()
        }
    }

    @Test("is its owner's alone")
    func rights() async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "a").path
            let store = try SQLiteStore(path: path)
            let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(rights == 0o600)
            try await store.close()
        }
    }

    @Test(
        "refuses to rewrite what happened",
        arguments: [
            "UPDATE events SET actor = 'x'", "DELETE FROM events", "INSERT OR REPLACE INTO events SELECT * FROM events",
            "UPDATE checkpoints SET text = 'x'", "DELETE FROM checkpoints",
            "INSERT OR REPLACE INTO checkpoints SELECT * FROM checkpoints", "UPDATE keys SET wrapped = x'00'",
            "DELETE FROM keys",
        ])
    func triggers(sql: String) async throws {
        try await withFolder { folder in
            let store = try SQLiteStore(path: folder.appending(path: "a").path)
            let fixture = try await Fixture(store)
            try await fixture.fill(fixture.log, to: 3)
            _ = try await fixture.ledger.checkpoint(fixture.log, time: 1)
            await #expect(throws: DatabaseError.self) { try await store.pool.write { try $0.execute(sql: sql) } }
            #expect(try await fixture.verifier.verify(fixture.log).isSound)
            try await store.close()
        }
    }

    @Test("is opened again with all that was in it")
    func reopened() async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "a").path
            let first = try await Fixture(try SQLiteStore(path: path))
            try await first.fill(first.log, to: 30)
            let head = try await first.ledger.head(first.log)
            try await first.store.close()
            let second = try await Fixture(try SQLiteStore(path: path))
            #expect(try await second.ledger.head(second.log) == head)
            try await second.write(second.log, "r1", "more")
            #expect(try await second.verifier.verify(second.log).isSound)
            #expect(try await second.ledger.rebuild(second.log, project: Fixture.project).isIdentical)
            try await second.store.close()
        }
    }

    @Test("has one writer, and readers beside it")
    func locked() async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "a").path
            let fixture = try await Fixture(try SQLiteStore(path: path))
            try await fixture.fill(fixture.log, to: 3)
            #expect(await sentence { _ = try SQLiteStore(path: path) }.contains("in use by another hornbook"))
            let reader = try SQLiteStore(path: path, access: .reader)
            let verifier = Verifier(store: reader, master: fixture.master, origin: Fixture.origin)
            #expect(try await verifier.verify(fixture.log).isSound)
            #expect(
                await sentence { try await reader.setSetting("x", []) }.contains("for reading only"))
            try await reader.close()
            try await fixture.store.close()
            // Let go of once closed; and a reader needs no writer beside it.
            let alone = try SQLiteStore(path: path, access: .reader)
            #expect(try await alone.tree(fixture.log).size == 3)
            try await alone.close()
            try await SQLiteStore(path: path).close()
        }
    }

    @Test("of a newer version is refused and not touched")
    func newer() async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "a").path
            try await SQLiteStore(path: path).close()
            let raw = try DatabaseQueue(path: path)
            try await raw.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999-future')") }
            try raw.close()
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            for access in [SQLiteStore.Access.writer, .reader] {
                #expect(await sentence { _ = try SQLiteStore(path: path, access: access) }.contains("newer version"))
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }

    @Test("that is none, or another program's, is refused and not touched")
    func foreign() async throws {
        try await withFolder { folder in
            let text = folder.appending(path: "text")
            try Data(String(repeating: "not a database ", count: 200).utf8).write(to: text)
            let other = folder.appending(path: "other")
            let raw = try DatabaseQueue(path: other.path)
            try await raw.write { try $0.execute(sql: "CREATE TABLE theirs (a)") }
            try raw.close()
            for (file, words) in [(text, "not a database"), (other, "another program's")] {
                let before = try Data(contentsOf: file)
                #expect(await sentence { _ = try SQLiteStore(path: file.path) }.contains(words))
                #expect(try Data(contentsOf: file) == before)
            }
            let none = folder.appending(path: "none").path
            #expect(await sentence { _ = try SQLiteStore(path: none, access: .reader) }.contains("no database"))
            let nowhere = folder.appending(path: "no/folder").path
            #expect(await sentence { _ = try SQLiteStore(path: nowhere) }.contains("folder"))
        }
    }

    @Test("on a full disk refuses, keeps what it has and goes on when there is room")
    func full() async throws {
        try await withFolder { folder in
            let store = try SQLiteStore(path: folder.appending(path: "a").path)
            let fixture = try await Fixture(store)
            try await fixture.fill(fixture.log, to: 30)
            try await store.pool.writeWithoutTransaction { db in
                let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages)")
            }
            let large = String(repeating: "x", count: 100_000)
            #expect(
                await sentence { try await fixture.write(fixture.log, "r1", large) }.contains("The disk is full"))
            #expect(try await fixture.verifier.verify(fixture.log).isSound)
            #expect(try await fixture.ledger.head(fixture.log).size == 30)
            try await store.pool.writeWithoutTransaction { db in
                _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = 1073741823")
            }
            try await fixture.write(fixture.log, "r1", large)
            #expect(try await fixture.ledger.head(fixture.log).size == 31)
            try await store.close()
        }
    }

    @Test("that another program holds is said to be locked")
    func busy() async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "a").path
            let store = try SQLiteStore(path: path)
            let fixture = try await Fixture(store)
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let raw = try DatabaseQueue(path: path, configuration: configuration)
            try await store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA busy_timeout = 10") }
            try await raw.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE; CREATE TABLE x (a)") }
            #expect(await sentence { try await fixture.write(fixture.log, "a", "x") }.contains("locked by another"))
            try await raw.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            try await fixture.write(fixture.log, "a", "x")
            #expect(try await fixture.ledger.head(fixture.log).size == 1)
            try raw.close()
            try await store.close()
        }
    }

    @Test("keeps nothing of a destroyed record's key or words")
    func forgotten() async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "a").path
            let store = try SQLiteStore(path: path)
            let fixture = try await Fixture(store)
            try await fixture.write(fixture.log, "a", "zanzibar")
            try await fixture.write(fixture.log, "b", "ordinary")
            let wrapped = try #require(try await store.wrappedKey(fixture.log, "a"))
            try await fixture.ledger.erase(fixture.log, "a")
            try await store.close()
            for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
                let bytes = try Data(contentsOf: file)
                #expect(bytes.range(of: Data(wrapped)) == nil)
                #expect(bytes.range(of: Data("zanzibar".utf8)) == nil)
            }
        }
    }

    @Test("one append that SQLite will not take does not undo the others of its group")
    func group() async throws {
        try await withFolder { folder in
            let store = try SQLiteStore(path: folder.appending(path: "a").path)
            let fixture = try await Fixture(store)
            let log = fixture.log
            let results = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        var view = Fixture.view("r\(number)", "x", revision: 1)
                        // Straight to the store, past the ledger's own check: a doubled key that only the database refuses.
                        if number % 5 == 0 { view.duties += view.duties }
                        let change = SealedChange(
                            record: "r\(number)", expected: 0, events: [NewEvent(type: "t", payload: [1])], view: view,
                            wrappedKey: [1])
                        let append = SealedAppend(
                            log: log, stamp: Stamp(actor: "p", cause: "c", time: 1), changes: [change], reads: [:])
                        return (try? await store.append(append)) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(results == 16)
            let events = try await store.events(log, from: 0, limit: 99)
            #expect(events.map(\.position) == Array(0..<16))
            try await store.close()
        }
    }
}
