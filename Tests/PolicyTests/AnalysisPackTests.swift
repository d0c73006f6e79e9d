import Testing

@testable import Policy

@Suite("The built-in packs analysed and compared")
struct AnalysisPackTests {
    @Test("each finding's witness shows it", arguments: Pack.embeddedIDs)
    func analysed(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        let findings = pack.analyse()
        #expect(findings.contains { $0.kind == .open })
        for finding in findings {
            #expect(!finding.text(in: pack.vocabulary).isEmpty)
            guard let witness = finding.witness else { continue }
            switch finding.kind {
            case .open, .silent: #expect(try pack.consider(witness).verdicts == [.notCovered])
            case .requiredAndProhibited, .permittedAndProhibited:
                #expect(try pack.consider(witness).verdicts == [.prohibited])
            case .impossible, .outranked: #expect(finding.rules.count == 1)
            case .unfinished: Issue.record("too tangled to be analysed: \(finding)")
            }
        }
    }

    static let pairs = Pack.embeddedIDs.flatMap { a in Pack.embeddedIDs.filter { a < $0 }.map { (a, $0) } }

    @Test("each difference's witness gives the verdicts told", arguments: pairs)
    func compared(_ first: String, _ second: String) throws {
        let a = try #require(try Pack.embedded(first))
        let b = try #require(try Pack.embedded(second))
        let differences = try Pack.compare(a, b)
        #expect(!differences.isEmpty)
        for difference in differences {
            #expect(try a.consider(difference.witness).verdicts == [difference.first.verdict])
            #expect(try b.consider(difference.witness).verdicts == [difference.second.verdict])
        }
    }

    @Test("a pack does not differ from itself", arguments: Pack.embeddedIDs)
    func same(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        #expect(try Pack.compare(pack, pack).isEmpty)
    }

    @Test("Oakdene and Waterville differ on a former pupil's friend request")
    func formerPupils() throws {
        let a = try #require(try Pack.embedded("oakdene"))
        let b = try #require(try Pack.embedded("waterville"))
        let told = try Pack.compare(a, b).filter { $0.actions.contains("accept-friend-request") }
        #expect(told.contains { $0.conditions.contains { $0.fact == "with" && $0.values.contains("former-pupil") } })
    }
}
