import Policy

/// What honours each clause, as a terminal shows it.
enum CoverageText {
    /// - Parameter isWhole: with a line for each clause, and not the totals alone.
    static func text(_ report: CoverageReport, isWhole: Bool) -> String {
        var lines = isWhole ? table(report) + [""] : []
        lines.append("\(report.edition): \(report.clauses.count) \(report.clauses.count == 1 ? "clause" : "clauses")")
        for kind in Honour.Kind.allCases {
            if let count = report.totals[kind.rawValue], count > 0 { lines.append("  \(padded(count))  \(kind.label)") }
        }
        lines.append("  \(padded(report.unclaimed.count))  Honoured by nothing")
        if let defects = report.defects { lines += ["", "What is wrong with the document"] + defects.flatMap(fault) }
        if isWhole, !report.unclaimed.isEmpty {
            lines += ["", "Honoured by nothing"]
            lines += report.clauses.filter(\.isUnclaimed).map { "  \($0.clause), \($0.place): \($0.says)" }
        }
        return (lines + [""]).joined(separator: "\n")
    }

    /// One plain sentence for a failure.
    static func sentence(_ unclaimed: [String]) -> String {
        let few = unclaimed.prefix(5).joined(separator: ", ") + (unclaimed.count > 5 ? " and more" : "")
        return unclaimed.count == 1
            ? "Nothing honours the clause \(few). Write a rule or a setting for it, or say under `honoured_by` what does."
            : "Nothing honours \(unclaimed.count) clauses: \(few). Write rules or settings for them, or say under "
                + "`honoured_by` what does."
    }

    private static func table(_ report: CoverageReport) -> [String] {
        let ids = (report.clauses.map(\.clause.count).max() ?? 0) + 2
        let kinds = (Modality.allCases.map(\.rawValue.count).max() ?? 0) + 2
        let places = min((report.clauses.map(\.place.count).max() ?? 0) + 2, 50)
        return report.clauses.map { line in
            let honours = line.honours.map { "\($0.kind.rawValue) \($0.name)" }.joined(separator: ", ")
            return fitted(line.clause, ids) + fitted(line.modality, kinds) + fitted(line.place, places)
                + (line.isUnclaimed ? (honours.isEmpty ? "NOTHING" : "NOTHING but \(honours)") : honours)
        }
    }

    private static func fitted(_ text: String, _ width: Int) -> String {
        let shown = text.count < width ? text : String(text.prefix(width - 2)) + "…"
        return shown + String(repeating: " ", count: width - shown.count)
    }

    private static func padded(_ count: Int) -> String {
        let digits = String(count)
        return String(repeating: " ", count: max(0, 4 - digits.count)) + digits
    }

    private static func fault(_ fault: CoverageReport.Fault) -> [String] {
        let clauses = fault.clauses.isEmpty ? "" : " [\(fault.clauses.joined(separator: ", "))]"
        return ["  - \(fault.says)\(clauses)", "    \(fault.means) \(fault.mend)"]
    }
}
