import Testing

@testable import Policy

@Suite("Packs that load")
struct PackLoadTests {
    func pack() throws -> Pack {
        try Pack.load(yaml: Sample.pack, file: "p.yaml", vocabulary: Sample.vocabulary())
    }

    @Test("a pack carries what its file says, and the file itself")
    func carriesItsFile() throws {
        let pack = try pack()
        #expect(pack.edition == "small-2026.1")
        #expect(pack.school.ages == 4...11)
        #expect(pack.policy.nextReview?.text == "January 2020")
        #expect(pack.source == Sample.pack)
        #expect(pack.rule("second")?.when.last == Condition(fact: "with", values: ["former-pupil"]))
        #expect(pack.rule("first")?.obligations.first?.within == .hours(24))
    }

    @Test("a setting that the pack gives cites its clauses, and one that it leaves out says that it is a default")
    func settings() throws {
        let process = try pack().process
        #expect(process.accountApprovers == Setting([.slt], clauses: ["s-1"]))
        #expect(process.accountDecisionWithin == Setting(.working(5), clauses: ["s-1"]))
        #expect(process.operatorsAtLeast == Setting(2, isDefault: true))
        #expect(process.declarationRepeatsEvery == Setting(nil))
    }

    @Test("the list of settings has every key once, in words")
    func listing() throws {
        let listing = try pack().process.listing
        #expect(listing.map(\.key).sorted() == ProcessKey.allCases.map(\.rawValue).sorted())
        #expect(listing.first?.text == "Senior leader (SLT)")
        #expect(listing.allSatisfy { !$0.text.isEmpty && !$0.label.isEmpty })
    }

    @Test(
        "a reply time runs on days off unless it says otherwise",
        arguments: [
            ("24 hours", "24 hours"), ("{within: 2 working days, on-day-off: runs}", "2 working days"),
            (
                "{within: 24 hours, on-day-off: next-working-day-after-weekend}",
                "24 hours; what arrives at a weekend, by the next working day"
            ),
            (
                "{within: 24 hours, on-day-off: next-working-day}",
                "24 hours; what arrives on a day off, by the next working day"
            ),
        ])
    func replies(_ value: String, _ text: String) throws {
        let yaml = Sample.swapped(
            Sample.pack, "  declaration-repeats-every: {value: null}", "  replies-within: {value: \(value)}")
        let process = try Pack.load(yaml: yaml, file: "p.yaml", vocabulary: Sample.vocabulary()).process
        #expect(process.repliesWithin.value.text == text)
        #expect(!process.repliesWithin.isDefault)
    }

    @Test(
        "a review due in a month is overdue from the first of the next",
        arguments: [("2020-01-31", PolicyFacts.ReviewStatus.inDate), ("2020-02-01", .overdue)])
    func review(_ today: String, _ status: PolicyFacts.ReviewStatus) throws {
        #expect(try pack().policy.reviewStatus(on: #require(Day(iso: today))) == status)
    }

    @Test("what the policy says where no rule speaks comes with its duties")
    func otherwise() throws {
        let duty = Obligation(kind: .tell, to: [.headteacher], within: nil, says: "Say why.")
        let otherwise = Otherwise(says: "Use your judgement.", clauses: ["s-1"], obligations: [duty])
        let loaded = try pack()
        let pack = Pack.of(loaded.rules, loaded.vocabulary, otherwise: otherwise)
        let facts = try Facts(parsing: "who=teacher action=look with=parent", in: pack.vocabulary)
        let ruling = try #require(try pack.consider(facts).ruling)
        #expect(ruling.verdict == .notCovered)
        #expect(ruling.otherwise == otherwise)
        #expect(ruling.obligations == [duty])
    }
}
