import Foundation
import GRDB
import SQLiteStore
import Testing

@testable import Ledger

/// Somebody with the database file, every right on it and SQL. Each change is made, found, and undone.
@Suite("Tampering is found")
struct TamperTests {
    static let size: Int64 = 300

    /// A database of 300 events with its triggers gone, a raw connection to it, and a checkpoint kept outside.
    private func withVictim(
        _ test: (Fixture, DatabaseQueue, _ older: String) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "ledger.sqlite").path
            let store = try SQLiteStore(path: path)
            let fixture = try await Fixture(store)
            try await fixture.fill(fixture.other, to: 5)
            try await fixture.fill(fixture.log, to: Self.size)
            let older = try await fixture.ledger.checkpoint(fixture.log, time: 1)
            let raw = try DatabaseQueue(path: path)
            try await raw.writeWithoutTransaction { db in
                for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
                    try db.execute(sql: "DROP TRIGGER \(name)")
                }
                // It refuses two events of one record at one revision.
                try db.execute(sql: "DROP INDEX events_by_record")
            }
            try await test(fixture, raw, older)
            try raw.close()
            try await store.close()
        }
    }

    /// The number that the store gave a log.
    private func number(_ log: LogID, _ db: Database) throws -> Int64 {
        try #require(try Int64.fetchOne(db, sql: "SELECT log FROM logs WHERE name = ?", arguments: [log.rawValue]))
    }

    @Test("the untouched log is sound")
    func sound() async throws {
        try await withVictim { fixture, _, older in
            let report = try await fixture.verifier.verify(fixture.log, against: older)
            #expect(report.isSound)
            #expect(report.events == Self.size)
            #expect(report.records == 20)
            #expect(report.checkpoints == 1)
            #expect(report.root == (try await fixture.ledger.head(fixture.log).root))
            #expect(try await fixture.verifier.verifyAll().map(\.isSound) == [true, true])
        }
    }

    @Test(
        "a byte flipped in any column of an event is found, and the log and position named",
        arguments: ["log", "position", "record", "revision", "type", "actor", "cause", "time", "payload", "leaf"])
    func flipped(column: String) async throws {
        try await withVictim { fixture, raw, _ in
            // Every part of the log, the batches' edges (64) included.
            for position: Int64 in [0, 1, 19, 20, 63, 64, 65, 127, 128, 150, 213, 256, 298, 299] {
                let before = try await raw.write { try flip(column, at: position, fixture.log, $0) }
                for opensContents in [true, false] {
                    let report = try await fixture.verifier.verify(fixture.log, opensContents: opensContents)
                    #expect(!report.isSound)
                    #expect(report.faults.allSatisfy { $0.log == fixture.log })
                    #expect(
                        report.faults.contains { $0.position == position },
                        "\(column) at \(position): \(report.faults)")
                }
                try await raw.write { try Self.restore(before, besides: column, $0) }
                #expect(try await fixture.verifier.verify(fixture.log).isSound)
            }
        }
    }

    @Test("every byte of one event's payload and leaf is covered", arguments: ["payload", "leaf"])
    func everyByte(column: String) async throws {
        try await withVictim { fixture, raw, _ in
            let bytes: [UInt8] = try await raw.read { db in
                let data = try Data.fetchOne(
                    db, sql: "SELECT \(column) FROM events WHERE log = ? AND position = 77",
                    arguments: [try number(fixture.log, db)])
                return Array(try #require(data))
            }
            for index in bytes.indices {
                var changed = bytes
                changed[index] ^= 1 << UInt8(index % 8)
                try await set(Data(changed), fixture, raw, column)
                #expect(try await fixture.verifier.verify(fixture.log).faults.contains { $0.position == 77 })
            }
            try await set(Data(bytes), fixture, raw, column)
            #expect(try await fixture.verifier.verify(fixture.log).isSound)
        }
    }

    private func set(_ data: Data, _ fixture: Fixture, _ raw: DatabaseQueue, _ column: String) async throws {
        try await raw.write { db in
            try db.execute(
                sql: "UPDATE events SET \(column) = ? WHERE log = ? AND position = 77",
                arguments: [data, try number(fixture.log, db)])
        }
    }

    @Test("two events that changed places are found")
    func reordered() async throws {
        try await withVictim { fixture, raw, _ in
            try await raw.write { db in
                let log = try number(fixture.log, db)
                for (from, to) in [(40, -1), (41, 40), (-1, 41)] {
                    try db.execute(
                        sql: "UPDATE events SET position = ? WHERE log = ? AND position = ?",
                        arguments: [to, log, from])
                }
            }
            let report = try await fixture.verifier.verify(fixture.log)
            #expect(report.faults.contains { $0.position == 40 })
            #expect(report.faults.contains { $0.position == 41 })
        }
    }

    @Test("an event dropped from the middle is found", arguments: [0, 64, 150] as [Int64])
    func dropped(position: Int64) async throws {
        try await withVictim { fixture, raw, _ in
            try await raw.write { db in
                try db.execute(
                    sql: "DELETE FROM events WHERE log = ? AND position = ?",
                    arguments: [try number(fixture.log, db), position])
            }
            let report = try await fixture.verifier.verify(fixture.log)
            #expect(report.faults.first?.position == position)
            #expect(report.faults.first?.what == "the event is missing")
        }
    }

    @Test("the newest events removed are found by the tree beside the log")
    func cutEvents() async throws {
        try await withVictim { fixture, raw, _ in
            try await cut(fixture, raw, to: 290)
            let report = try await fixture.verifier.verify(fixture.log)
            #expect(report.faults.contains { $0.position == 290 })
        }
    }

    @Test("the newest removed without a trace are found by a checkpoint kept outside")
    func cutWhole() async throws {
        try await withVictim { fixture, raw, older in
            try await cut(fixture, raw, to: 290)
            try await rewind(fixture, raw)
            try await raw.write { db in
                try db.execute(sql: "DELETE FROM checkpoints")
            }
            // Nothing in the file itself tells.
            #expect(try await fixture.verifier.verify(fixture.log).isSound)
            let report = try await fixture.verifier.verify(fixture.log, against: older)
            #expect(report.faults.count == 1)
            #expect(report.faults.first?.log == fixture.log)
            #expect(report.faults.first?.position == 290)
        }
    }

    @Test("a history rewritten with all its hashes is found by the checkpoints")
    func rewritten() async throws {
        try await withVictim { fixture, raw, older in
            try await raw.write { db in
                let log = try number(fixture.log, db)
                try db.execute(
                    sql: "UPDATE events SET actor = 'somebody-else' WHERE log = ? AND position = 7", arguments: [log])
            }
            try await rewind(fixture, raw)
            let report = try await fixture.verifier.verify(fixture.log, against: older)
            #expect(report.faults.map(\.what).filter { $0.contains("another history") }.count == 2)
            #expect(report.faults.allSatisfy { $0.what.contains("another history") })
        }
    }

    @Test("an event added past the end, a changed tree and a changed checkpoint are found")
    func additions() async throws {
        try await withVictim { fixture, raw, _ in
            let log = try await raw.read { try number(fixture.log, $0) }
            func expectFault(_ sql: String, undo: String, _ what: String) async throws {
                try await raw.write { db in try db.execute(sql: sql) }
                let faults = try await fixture.verifier.verify(fixture.log).faults
                #expect(faults.contains { $0.what.contains(what) }, "\(faults)")
                try await raw.write { db in try db.execute(sql: undo) }
                #expect(try await fixture.verifier.verify(fixture.log).isSound)
            }
            try await expectFault(
                """
                INSERT INTO events SELECT log, 300, 'new', 1, type, actor, cause, time, payload, leaf
                FROM events WHERE log = \(log) AND position = 5
                """, undo: "DELETE FROM events WHERE log = \(log) AND position = 300", "past the end")
            try await expectFault(
                "UPDATE trees SET size = 299 WHERE log = \(log)",
                undo: "UPDATE trees SET size = 300 WHERE log = \(log)", "past the end")
            try await expectFault(
                "UPDATE trees SET size = -5 WHERE log = \(log)",
                undo: "UPDATE trees SET size = 300 WHERE log = \(log)", "past the end")
            try await expectFault(
                "UPDATE checkpoints SET text = replace(text, '300', '301')",
                undo: "UPDATE checkpoints SET text = replace(text, '301', '300')", "signature")
            try await expectFault(
                "UPDATE checkpoints SET size = 299", undo: "UPDATE checkpoints SET size = 300", "signs 300")
        }
    }

    @Test("a key exchanged for another is found")
    func keys() async throws {
        try await withVictim { fixture, raw, _ in
            try await raw.write { db in
                try db.execute(
                    sql: """
                        UPDATE keys SET wrapped = (SELECT k.wrapped FROM keys k WHERE k.log = keys.log AND k.record = 'r2')
                        WHERE record = 'r1' AND log = ?
                        """, arguments: [try number(fixture.log, db)])
            }
            let report = try await fixture.verifier.verify(fixture.log)
            #expect(report.faults.contains { $0.record == "r1" && $0.what.contains("does not open") })
        }
    }

    // MARK: What a tamperer would do

    private func cut(_ fixture: Fixture, _ raw: DatabaseQueue, to size: Int64) async throws {
        try await raw.write { db in
            try db.execute(
                sql: "DELETE FROM events WHERE log = ? AND position >= ?",
                arguments: [try number(fixture.log, db), size])
        }
    }

    /// Makes every leaf and the tree beside the log fit the events as they stand now.
    private func rewind(_ fixture: Fixture, _ raw: DatabaseQueue) async throws {
        let events = try await fixture.store.events(fixture.log, from: 0, limit: .max)
        try await raw.write { db in
            let log = try number(fixture.log, db)
            var range = CompactRange()
            for event in events {
                let leaf = LeafEncoding.leafHash(of: event)
                range.append(leaf)
                try db.execute(
                    sql: "UPDATE events SET leaf = ? WHERE log = ? AND position = ?",
                    arguments: [Data(leaf), log, event.position])
            }
            try db.execute(
                sql: "UPDATE trees SET size = ?, frontier = ? WHERE log = ?",
                arguments: [range.size, Data(range.frontier.joined()), log])
        }
    }

    /// - Returns: The row as it stood.
    private func flip(
        _ column: String, at position: Int64, _ log: LogID, _ db: Database
    ) throws -> [String: DatabaseValue] {
        let log = try number(log, db)
        let found = try GRDB.Row.fetchOne(
            db, sql: "SELECT * FROM events WHERE log = ? AND position = ?", arguments: [log, position])
        let row = try #require(found)
        let old = Dictionary(uniqueKeysWithValues: zip(row.columnNames, row.databaseValues))
        try db.execute(
            sql: "UPDATE events SET \(column) = ? WHERE log = ? AND position = ?",
            arguments: [try Self.flip(try #require(old[column]), seed: Int(position)), log, position])
        return old
    }

    /// Puts the row back, found by a column that was not changed.
    private static func restore(_ row: [String: DatabaseValue], besides column: String, _ db: Database) throws {
        let key = column == "leaf" ? "payload" : "leaf"
        try db.execute(sql: "DELETE FROM events WHERE \(key) = ?", arguments: [row[key]])
        let names = row.keys.sorted()
        let places = names.map { _ in "?" }.joined(separator: ", ")
        try db.execute(
            sql: "INSERT INTO events (\(names.joined(separator: ", "))) VALUES (\(places))",
            arguments: StatementArguments(names.map { row[$0] }))
    }

    /// One bit changed, in a place that differs from test to test; the type of the value stays.
    private static func flip(_ value: DatabaseValue, seed: Int) throws -> DatabaseValue {
        switch value.storage {
        case .int64(let number): return (number ^ (1 << Int64(20 + seed % 8))).databaseValue
        case .blob(let data):
            var bytes = Array(data)
            bytes[seed % bytes.count] ^= 1 << UInt8(seed % 8)
            return Data(bytes).databaseValue
        case .string(let text):
            var bytes = Array(text.utf8)
            bytes[seed % bytes.count] ^= 1
            return String(decoding: bytes, as: UTF8.self).databaseValue
        default:
            Issue.record("an event's column holds \(value)")
            return value
        }
    }
}
