import Synchronization
import Testing

@testable import Ledger

@Suite("A verification")
struct VerifierTests {
    @Test("says how far it is, to the end")
    func progress() async throws {
        let fixture = try await Fixture()
        try await fixture.fill(fixture.log, to: 150)
        let seen = Mutex<[Int64]>([])
        _ = try await fixture.verifier.verify(fixture.log) { done, total in
            #expect(total == 150)
            seen.withLock { $0.append(done) }
        }
        #expect(seen.withLock { $0 } == [64, 128, 150])
    }

    @Test("of an empty log is sound, with the root of nothing")
    func empty() async throws {
        let fixture = try await Fixture()
        let report = try await fixture.verifier.verify(fixture.log)
        #expect(report.isSound)
        #expect(report.root == LeafEncoding.emptyRoot)
    }

    @Test("against another installation's checkpoint is not sound")
    func foreignCheckpoint() async throws {
        let fixture = try await Fixture()
        try await fixture.fill(fixture.log, to: 5)
        try await fixture.fill(fixture.other, to: 5)
        let other = try await fixture.ledger.checkpoint(fixture.other, time: 1)
        let report = try await fixture.verifier.verify(fixture.log, against: other)
        #expect(report.faultCount == 1)
        #expect(report.faults.first?.what.contains("not signed by the key") == true)
    }

    @Test("goes on while events are appended, and finds no fault in it")
    func besideWriters() async throws {
        let fixture = try await Fixture()
        try await fixture.fill(fixture.log, to: 200)
        let log = fixture.log
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await fixture.fill(log, to: 600) }
            for _ in 0..<10 {
                let report = try await fixture.verifier.verify(log)
                #expect(report.isSound, "\(report.faults)")
            }
            try await group.waitForAll()
        }
    }

    @Test("lists only so many faults and counts them all")
    func bounded() throws {
        var report = VerificationReport(log: try #require(LogID("oakdene")))
        for position in 0..<Int64(500) { report.note("wrong", at: position) }
        #expect(report.faults.count == VerificationReport.faultLimit)
        #expect(report.faultCount == 500)
        #expect(report.faults[3].description == "oakdene, position 3: wrong")
    }
}

@Suite("The keys kept at hand")
struct RecordKeyCacheTests {
    @Test("are bounded, and keep those in use")
    func bounded() throws {
        let log = try #require(LogID("oakdene"))
        let cache = RecordKeyCache(limit: 4)
        for number in 0..<40 {
            cache.keep(RecordKey(bytes: Array(repeating: UInt8(number), count: 32)), log, "r\(number)")
            // Used each time, so never the oldest.
            if number > 0 { #expect(cache.key(log, "r0") != nil) }
        }
        #expect((0..<40).filter { cache.key(log, "r\($0)") != nil }.count <= 8)
        cache.forget(log, "r0")
        #expect(cache.key(log, "r0") == nil)
    }
}
