import Testing

@testable import Ledger

@Suite("Checkpoints and proofs")
struct CheckpointTests {
    @Test("a checkpoint is a signed note that the verifier reads back")
    func roundTrip() async throws {
        let fixture = try await Fixture()
        try await fixture.fill(fixture.log, to: 7)
        let text = try await fixture.ledger.checkpoint(fixture.log, time: 50)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 6)
        #expect(lines[0] == "test.example/oakdene")
        #expect(lines[1] == "7")
        #expect(lines[3].isEmpty)
        #expect(lines[4].hasPrefix("\u{2014} test.example/oakdene "))
        let key = try CheckpointKey(try fixture.ledger.verifierKey(fixture.log))
        let read = try ReadCheckpoint(text, against: key)
        #expect(read.size == 7)
        #expect(read.root.bytes == (try await fixture.ledger.head(fixture.log).root))
        let stored = try await fixture.store.checkpoints(fixture.log, limit: 9)
        #expect(stored == [StoredCheckpoint(size: 7, text: text, time: 50)])
    }

    @Test("the same log gives the same checkpoint and keeps it once")
    func again() async throws {
        let fixture = try await Fixture()
        try await fixture.fill(fixture.log, to: 3)
        let first = try await fixture.ledger.checkpoint(fixture.log, time: 50)
        #expect(try await fixture.ledger.checkpoint(fixture.log, time: 90) == first)
        #expect(try await fixture.store.checkpoints(fixture.log, limit: 9).count == 1)
    }

    @Test("a note with any byte changed is refused")
    func forged() async throws {
        let fixture = try await Fixture()
        try await fixture.fill(fixture.log, to: 3)
        let text = try await fixture.ledger.checkpoint(fixture.log, time: 50)
        let key = try CheckpointKey(try fixture.ledger.verifierKey(fixture.log))
        let bytes = Array(text.utf8)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            let forged = String(decoding: changed, as: UTF8.self)
            #expect(throws: ProofFault.self) { try ReadCheckpoint(forged, against: key) }
        }
        #expect(throws: ProofFault.self) {
            try ReadCheckpoint(text, against: CheckpointKey(fixture.ledger.verifierKey(fixture.other)))
        }
    }

    @Test("a note that others signed too is read")
    func cosigned() async throws {
        let fixture = try await Fixture()
        try await fixture.fill(fixture.log, to: 3)
        let text = try await fixture.ledger.checkpoint(fixture.log, time: 50)
        let key = try CheckpointKey(try fixture.ledger.verifierKey(fixture.log))
        let cosigned = text + "\u{2014} witness.example \(Base64.encode(Array(repeating: 5, count: 76)))\n"
        #expect(try ReadCheckpoint(cosigned, against: key).size == 3)
    }

    @Test("a proof of a record checks offline, with and without its content", arguments: [false, true])
    func proof(opening: Bool) async throws {
        let fixture = try await Fixture()
        try await fixture.fill(fixture.log, to: 53)
        let proof = try await fixture.ledger.prove(fixture.log, "r4", opening: opening)
        let json = try ProofDocument.record(proof).json()
        guard case .record(let read) = try ProofDocument(json: json) else {
            Issue.record("not read back as a proof of a record")
            return
        }
        #expect(read == proof)
        let finding = try read.check(against: fixture.ledger.verifierKey(fixture.log))
        #expect(finding.events.map(\.position) == [4, 24, 44])
        #expect(finding.events.last?.payload == (opening ? Array("event 44".utf8) : nil))
        #expect(finding.size == 53)
    }

    @Test("a proof that was touched anywhere fails")
    func brokenProof() async throws {
        let fixture = try await Fixture()
        try await fixture.fill(fixture.log, to: 53)
        let key = try fixture.ledger.verifierKey(fixture.log)
        let proof = try await fixture.ledger.prove(fixture.log, "r4", opening: true)
        let touches: [@Sendable (inout ProofFile) -> Void] = [
            { $0.log = "grange" }, { $0.record = "r5" }, { $0.events.removeFirst() }, { $0.events[1].actor = "p-9" },
            { $0.events[1].time += 1 }, { $0.events[1].type = "other" }, { $0.events[1].position += 1 },
            { $0.events[1].cause = "" }, { $0.events[0].payload = $0.events[1].payload },
            { $0.events[0].path.removeLast() }, { $0.events[0].path.swapAt(0, 1) }, { $0.events = [] },
            { $0.key = Base64.encode(Array(repeating: 1, count: 32)) }, { $0.format = "other" },
            { $0.checkpoint = $0.checkpoint.replacing("53", with: "54") },
        ]
        for touch in touches {
            var touched = proof
            touch(&touched)
            let broken = touched
            #expect(throws: ProofFault.self) { try broken.check(against: key) }
        }
        let other = try fixture.ledger.verifierKey(fixture.other)
        #expect(throws: ProofFault.self) { try proof.check(against: other) }
    }

    @Test("a record that is not there has no proof")
    func absent() async throws {
        let fixture = try await Fixture()
        await #expect(throws: LedgerError.noSuchRecord("x")) { try await fixture.ledger.prove(fixture.log, "x") }
    }

    @Test("an older checkpoint is proved to be the beginning of the newer")
    func consistency() async throws {
        let fixture = try await Fixture()
        try await fixture.fill(fixture.log, to: 11)
        let older = try await fixture.ledger.checkpoint(fixture.log, time: 1)
        try await fixture.fill(fixture.log, to: 29)
        let proof = try await fixture.ledger.proveConsistency(fixture.log, from: older)
        let key = try fixture.ledger.verifierKey(fixture.log)
        let sizes = try proof.check(against: key)
        #expect(sizes == (11, 29))
        guard case .consistency(let read) = try ProofDocument(json: try ProofDocument.consistency(proof).json()) else {
            Issue.record("not read back as a proof between checkpoints")
            return
        }
        #expect(read == proof)
        var broken = proof
        broken.hashes.removeLast()
        let short = broken
        #expect(throws: ProofFault.self) { try short.check(against: key) }
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.proveConsistency(fixture.other, from: older)
        }
    }

    @Test("what is no proof is said to be none", arguments: ["", "{}", "[1]", #"{"format":"other"}"#])
    func noProof(text: String) {
        #expect(throws: ProofFault.self) { try ProofDocument(json: Array(text.utf8)) }
    }
}
