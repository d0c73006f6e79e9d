import Testing

@testable import Policy

@Suite("Coverage")
struct CoverageTests {
    private static let honours: [(String, [Honour])] = [
        ("s-1", [Honour(kind: .rule, name: "first")]),
        ("s-2", [Honour(kind: .setting, name: "replies-within"), Honour(kind: .setting, name: "policy-review-every")]),
        ("s-3", [Honour(kind: .workflow, name: "access-review")]),
        ("s-4", [Honour(kind: .text, name: "policy-page")]),
        ("s-5", [Honour(kind: .fact, name: "with"), Honour(kind: .fact, name: "account")]),
        ("s-6", [Honour(kind: .platform, name: "Twitter"), Honour(kind: .platform, name: "facebook")]),
        (
            "s-7",
            [
                Honour(kind: .printed, name: "version"), Honour(kind: .printed, name: "last-reviewed"),
                Honour(kind: .defect, name: "two-dates"),
            ]
        ),
        ("s-8", [Honour(kind: .screen, name: "ask"), Honour(kind: .screen, name: "today")]),
        (
            "s-9",
            [
                Honour(kind: .link, name: "Old Act"), Honour(kind: .link, name: "Helpline"),
                Honour(kind: .link, name: "Code of conduct"), Honour(kind: .defect, name: "two-dates"),
            ]
        ),
        ("s-10", [Honour(kind: .otherwise, name: "otherwise")]),
    ]

    @Test("a clause is honoured by all that cites it and all that it claims", arguments: honours.indices)
    func all(_ index: Int) throws {
        let (id, honours) = Self.honours[index]
        let covered = try #require(try CoveredSample.load().coverage().first { $0.clause.id == id })
        #expect(Set(covered.honours) == Set(honours) && covered.honours.count == honours.count)
        #expect(!covered.isUnclaimed)
    }

    @Test("clauses stand in the document's order")
    func order() throws {
        let pack = try CoveredSample.load()
        #expect(pack.coverage().map(\.clause) == pack.clauses)
    }

    /// A clause of each kind, honoured by one thing of each kind: unclaimed or not.
    private static let table: [(Modality, Honour.Kind?, Bool)] = Modality.allCases.flatMap { modality in
        [(modality, nil, true)] + Honour.Kind.allCases.map { (modality, $0, isTooLittle(modality, $0)) }
    }

    /// Said a second time, from the words of the format.
    private static func isTooLittle(_ modality: Modality, _ kind: Honour.Kind) -> Bool {
        ["must", "must-not", "may"].contains(modality.rawValue) && ["text", "defect", "link"].contains(kind.rawValue)
    }

    @Test("what binds needs more than to be shown, linked or called wrong", arguments: table)
    func unclaimed(_ modality: Modality, _ kind: Honour.Kind?, _ isUnclaimed: Bool) {
        let clause = Clause(id: "s-1", place: "", says: "", modality: modality, claims: ClauseClaims(), line: 1)
        let covered = CoveredClause(clause: clause, honours: kind.map { [Honour(kind: $0, name: "x")] } ?? [])
        #expect(covered.isUnclaimed == isUnclaimed)
    }

    @Test("something that acts is enough beside what does not", arguments: Modality.allCases)
    func mixed(_ modality: Modality) {
        let clause = Clause(id: "s-1", place: "", says: "", modality: modality, claims: ClauseClaims(), line: 1)
        let honours = [Honour(kind: .text, name: "policy-page"), Honour(kind: .screen, name: "ask")]
        #expect(!CoveredClause(clause: clause, honours: honours).isUnclaimed)
    }

    @Test("every honour has words for it")
    func labels() throws {
        let pack = try CoveredSample.load()
        let platforms = try PlatformCatalogue.load()
        let labels = pack.coverage().flatMap(\.honours).map { pack.label(of: $0, platforms: platforms) }
        #expect(labels.contains("X") && labels.contains("With") && labels.contains("two dates"))
        #expect(labels.contains("Messages answered or acknowledged within"))
        #expect(labels.allSatisfy { !$0.isEmpty })
    }
}
