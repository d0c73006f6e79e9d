import GRDB

/// Who may see a record: applied in SQL to every list, count, tally, duty and search alike.
enum Audience {
    static func of(_ db: Database, _ log: Int64, _ record: String) throws -> [String] {
        try Command(db, "SELECT token FROM audience WHERE log = ? AND record = ? ORDER BY token")
            .bind(.integer(log), .text(record)).all { $0.text(0) }
    }

    /// A condition on the row `r` of `records`; nil audience is the office itself, an empty one sees nothing.
    static func condition(_ audience: [String]?, _ values: inout [Value]) -> String? {
        guard let audience else { return nil }
        guard !audience.isEmpty else { return "0" }
        values += audience.map { .text($0) }
        return """
            EXISTS (SELECT 1 FROM audience a WHERE a.log = r.log AND a.record = r.record
            AND a.token IN (\(placeholders(audience.count))))
            """
    }

    static func placeholders(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
}
