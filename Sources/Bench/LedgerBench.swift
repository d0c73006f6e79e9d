import Crypto
import Foundation
import GRDB
import Ledger
import SQLiteStore

/// Durable appends beside bare SQLite commits of the same bytes, and verification beside plain SHA-256 of the bytes that
/// it has to hash. The sides take turns within one run, because a disk's flush time wanders from minute to minute.
///
/// - Returns: Lines of text: a rate or a ratio each, with its goal.
func ledgerBench() async throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await appendBench(folder) + verifyBench(folder)
}

private let clock = ContinuousClock()

/// The work of a school's day: a record's state of some 600 bytes and an event of some 400.
private func change(_ record: String, at revision: Int64) -> Change {
    let payload = Array(repeating: UInt8(ascii: "e"), count: 400)
    let state = Array(repeating: UInt8(ascii: "s"), count: 600)
    return Change(
        record: record, expected: revision, events: [NewEvent(type: "account.noted", payload: payload)],
        view: RecordView(
            kind: "account", status: revision % 3 == 0 ? "open" : "waiting", title: "Account \(record)",
            subtitle: "step \(revision)", audience: ["staff", "role:slt"], facets: [Facet("person", "p-1")],
            duties: [
                DutyView(
                    key: "review", title: "Review it", assignees: ["role:slt"], action: "review",
                    due: revision / 4 * 1000, since: 0)
            ],
            searchText: "twitter news of the school", state: state))
}

private func write(_ ledger: Ledger, _ log: LogID, _ writer: String, _ count: Int, from start: Int) async throws {
    for number in start..<start + count {
        // Eight events to a record: one begins it, seven change it.
        let revision = Int64(number % 8)
        _ = try await ledger.append(
            Append(
                log: log, stamp: Stamp(actor: "p-1", cause: "c-\(writer)-\(number)", time: Int64(number)),
                changes: [change("account-\(writer)-\(number / 8)", at: revision)]))
    }
}

private func appendBench(_ folder: URL) async throws -> [String] {
    guard let log = LogID("bench"), let master = MasterKey(bytes: Array(0..<32)) else { return [] }
    let store = try SQLiteStore(path: folder.appending(path: "ledger.sqlite").path)
    let ledger = try await Ledger(store: store, master: master, origin: "bench.example")
    try await ledger.createLog(log, time: 0)
    let bare = try BareTable(folder.appending(path: "bare.sqlite").path)

    let (rounds, single, each) = (9, 200, 100)
    var rates: (bare: [Double], alone: [Double], crowd: [Double]) = ([], [], [])
    try await write(ledger, log, "warm", 200, from: 0)
    try bare.commit(200)
    for round in 0..<rounds {
        rates.bare.append(try rate(single) { try bare.commit(single) })
        rates.alone.append(
            try await rate(single) { try await write(ledger, log, "alone", single, from: round * single) })
        rates.crowd.append(
            try await rate(each * 16) {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for writer in 0..<16 {
                        group.addTask { try await write(ledger, log, "w\(writer)", each, from: round * each) }
                    }
                    try await group.waitForAll()
                }
            })
    }
    try bare.close()
    try await store.close()
    let (alone, crowd) = (ratio(pairs(rates.alone, rates.bare)), ratio(pairs(rates.crowd, rates.bare)))
    let (base, one, many) = (median(rates.bare), median(rates.alone), median(rates.crowd))
    return [
        "ledger: bare SQLite commits, one row each    \(whole(base))/s",
        "ledger: durable appends, one writer          \(whole(one))/s = \(alone) of bare (goal 0.7)",
        "ledger: durable appends, 16 writers          \(whole(many))/s = \(crowd) of bare (goal 5)",
    ]
}

/// What an append cannot do without: the same bytes as one row, one durable commit each.
private struct BareTable {
    private let queue: DatabaseQueue
    private let row = Data(repeating: 0x65, count: 1100)

    init(_ path: String) throws {
        queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "CREATE TABLE rows (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT")
        }
    }

    func commit(_ count: Int) throws {
        for _ in 0..<count {
            try queue.write { db in
                try db.cachedStatement(sql: "INSERT INTO rows (bytes) VALUES (?)").execute(arguments: [row])
            }
        }
    }

    func close() throws { try queue.close() }
}

private func verifyBench(_ folder: URL) async throws -> [String] {
    guard let log = LogID("bench"), let master = MasterKey(bytes: Array(0..<32)) else { return [] }
    let store = try SQLiteStore(path: folder.appending(path: "ledger.sqlite").path)
    let ledger = try await Ledger(store: store, master: master, origin: "bench.example")
    // More of the same, quickly: sixteen writers at once.
    try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<16 { group.addTask { try await write(ledger, log, "more\(writer)", 1000, from: 0) } }
        try await group.waitForAll()
    }
    let leaves = try await store.events(log, from: 0, limit: .max).map { LeafEncoding.bytes(of: $0) }
    // What verification has to hash: each event's bytes and, for each, one node of the tree.
    let node = [UInt8](repeating: 1, count: 65)
    let bytes = Double(leaves.reduce(0) { $0 + $1.count + node.count })
    var (plain, verified, tree): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<7 {
        plain.append(
            rate(leaves.count) {
                for leaf in leaves {
                    blackHole(SHA256.hash(data: leaf))
                    blackHole(SHA256.hash(data: node))
                }
            })
        let verifier = Verifier(store: store, master: master, origin: "bench.example")
        for opens in [true, false] {
            let rate = try await rate(leaves.count) {
                let report = try await verifier.verify(log, opensContents: opens)
                guard report.isSound else { throw BenchFault.unsound(report.faults.map(\.description)) }
            }
            if opens { verified.append(rate) } else { tree.append(rate) }
        }
    }
    try await store.close()
    let each = bytes / Double(leaves.count) / 1_000_000
    let (share, bare) = (ratio(pairs(verified, plain)), ratio(pairs(tree, plain)))
    return [
        "ledger: plain SHA-256 of \(leaves.count) events' bytes  \(whole(median(plain) * each)) MB/s",
        "ledger: verify, contents left sealed         \(whole(median(tree) * each)) MB/s = \(bare) of plain (goal 0.5)",
        "ledger: verify, contents opened too          \(whole(median(verified) * each)) MB/s = \(share) of plain",
    ]
}

private enum BenchFault: Error { case unsound([String]) }

@inline(never)
private func blackHole(_ digest: SHA256.Digest) {}

private func rate(_ count: Int, _ work: () throws -> Void) rethrows -> Double {
    let start = clock.now
    try work()
    return Double(count) / ((clock.now - start) / .seconds(1))
}

private func rate(_ count: Int, _ work: () async throws -> Void) async rethrows -> Double {
    let start = clock.now
    try await work()
    return Double(count) / ((clock.now - start) / .seconds(1))
}

/// The ratio in each round, so that what the disk did in that round falls out.
private func pairs(_ ours: [Double], _ theirs: [Double]) -> [Double] { zip(ours, theirs).map { $0 / $1 } }

private func ratio(_ values: [Double]) -> String { range(values, short) }
