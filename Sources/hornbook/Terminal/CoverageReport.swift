import Policy

/// What honours each clause of a pack, as `--json` prints it.
struct CoverageReport: Encodable {
    struct Line: Encodable {
        var clause: String
        var modality: String
        var place: String
        var says: String
        var honours: [Honour]
        var isUnclaimed: Bool
    }

    struct Fault: Encodable {
        var id: String
        var kind: String
        var clauses: [String]
        var says: String
        var means: String
        var mend: String
        var isComputed: Bool
    }

    var edition: String
    var clauses: [Line]
    /// How many clauses each kind of honour stands beside.
    var totals: [String: Int]
    /// Identifiers of the clauses that nothing honours.
    var unclaimed: [String]
    /// Nil when they were not asked for.
    var defects: [Fault]?

    init(_ pack: Pack, defects: [Defect]?) {
        let coverage = pack.coverage()
        edition = pack.edition
        clauses = coverage.map { covered in
            Line(
                clause: covered.clause.id, modality: covered.clause.modality.rawValue, place: covered.clause.place,
                says: covered.clause.says, honours: covered.honours, isUnclaimed: covered.isUnclaimed)
        }
        totals = Dictionary(
            uniqueKeysWithValues: Honour.Kind.allCases.map { kind in
                (kind.rawValue, coverage.count { $0.honours.contains { $0.kind == kind } })
            })
        unclaimed = coverage.filter(\.isUnclaimed).map(\.clause.id)
        self.defects = defects?.map { defect in
            Fault(
                id: defect.id, kind: defect.kind.rawValue, clauses: defect.clauses, says: defect.says,
                means: defect.means, mend: defect.mend, isComputed: defect.isComputed)
        }
    }
}
