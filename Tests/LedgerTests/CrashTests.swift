import Foundation
import SQLiteStore
import Testing

@testable import Ledger

/// A writer killed at any moment: what it was told is kept, is kept.
@Suite("A killed writer", .serialized)
struct CrashTests {
    static let kills = 200

    private struct Acknowledged: Hashable {
        var record: String
        var revision: Int64
        var position: Int64
    }

    @Test(
        "loses nothing that was acknowledged, and leaves a log that verifies and views that rebuild",
        .timeLimit(.minutes(5)))
    func killed() async throws {
        let program = try #require(Self.crashWriter(), "build the product CrashWriter: it stands beside the tests")
        let log = try #require(LogID("school"))
        let master = try #require(MasterKey(bytes: Array(repeating: 7, count: 32)))
        try await withFolder { folder in
            let path = folder.appending(path: "ledger.sqlite").path
            var random = SplitMix(state: 20_261_121)
            var acknowledged: Set<Acknowledged> = []
            for run in 0..<Self.kills {
                // From before the database is open to well into writing.
                let pause = Duration.microseconds(Int64(random.next() % 120_000))
                acknowledged.formUnion(try await Self.run(program, path, run, killedAfter: pause))
                if run % 50 == 49 {
                    try await Self.check(path, log, master, acknowledged)
                }
            }
            #expect(acknowledged.count > Self.kills)
        }
    }

    private static func check(
        _ path: String, _ log: LogID, _ master: MasterKey, _ acknowledged: Set<Acknowledged>
    ) async throws {
        let store = try SQLiteStore(path: path)
        let ledger = try await Ledger(store: store, master: master, origin: "crash.example")
        let events = try await store.events(log, from: 0, limit: .max)
        let kept = Set(events.map { Acknowledged(record: $0.record, revision: $0.revision, position: $0.position) })
        #expect(acknowledged.subtracting(kept).isEmpty)
        #expect(events.map(\.position) == Array(0..<Int64(events.count)))
        let report = try await Verifier(store: store, master: master, origin: "crash.example").verify(log)
        #expect(report.isSound, "\(report.faults)")
        let rebuilt = try await ledger.rebuild(log) { _, events in
            let last = try #require(events.last)
            let revision = last.revision
            return RecordView(
                kind: "note", status: "open", title: "Note \(revision)", audience: ["staff"],
                facets: [Facet("revision", "\(revision)")],
                duties: [
                    DutyView(
                        key: "read", title: "Read it", assignees: ["role:slt"], action: "read", due: nil,
                        since: revision - 1)
                ],
                searchText: "words \(revision)", state: try #require(last.payload))
        }
        #expect(rebuilt.isIdentical, "\(rebuilt.removed.prefix(3)) \(rebuilt.added.prefix(3))")
        try await store.close()
    }

    /// Starts the writer, kills it after a while, and reads what it had said by then.
    private static func run(
        _ program: URL, _ path: String, _ run: Int, killedAfter pause: Duration
    ) async throws -> [Acknowledged] {
        let process = Process()
        let output = Pipe()
        process.executableURL = program
        process.arguments = [path, "\(run)"]
        process.standardOutput = output
        try process.run()
        async let said = Self.all(of: output.fileHandleForReading)
        try await Task.sleep(for: pause)
        kill(process.processIdentifier, SIGKILL)
        let text = await said
        process.waitUntilExit()
        // It never ends by itself: anything but the kill is a fault of the writer.
        #expect(process.terminationReason == .uncaughtSignal, "run \(run) ended with \(process.terminationStatus)")
        return text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 3, let revision = Int64(words[1]), let position = Int64(words[2]) else { return nil }
            return Acknowledged(record: String(words[0]), revision: revision, position: position)
        }
    }

    private static func all(of handle: FileHandle) async -> String {
        await withCheckedContinuation { done in
            Thread.detachNewThread {
                let data = (try? handle.readToEnd()) ?? nil
                done.resume(returning: String(decoding: data ?? Data(), as: UTF8.self))
            }
        }
    }

    /// The writer's executable: in the folder of products, in which the tests stand too.
    private static func crashWriter() -> URL? {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<6 {
            let candidate = folder.appending(path: "CrashWriter")
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            folder.deleteLastPathComponent()
        }
        return nil
    }
}

/// Small seeded randomness, so that a failing run can be had again.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
