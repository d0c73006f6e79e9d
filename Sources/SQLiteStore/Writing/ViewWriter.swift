import GRDB
import Ledger

/// Writes a record's views, touching only the rows that differ from what stands.
struct ViewWriter {
    let db: Database

    /// - Parameter isNew: The record has no views yet. Otherwise `created` stays as it stands.
    func write(_ log: Int64, _ item: SealedView, isNew: Bool) throws {
        if isNew {
            try insert(log, item)
        } else {
            try update(log, item)
        }
    }

    private func insert(_ log: Int64, _ item: SealedView) throws {
        let view = item.view
        try Command(
            db,
            """
            INSERT INTO records (log, record, kind, status, title, subtitle, revision, created, changed, words, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).bind(
            .integer(log), .text(item.record), .text(view.kind), .text(view.status), .text(view.title),
            .text(view.subtitle), .integer(item.revision), .integer(item.created), .integer(item.changed),
            .text(view.searchText), .blob(view.state)
        ).run()
        try addWords(db.lastInsertedRowID, view.title, view.searchText)
        try addAudience(log, item.record, Set(view.audience))
        try addFacets(log, item.record, Set(view.facets))
        try addDuties(log, item.record, view.duties)
    }

    private func update(_ log: Int64, _ item: SealedView) throws {
        let view = item.view
        let old = try Command(db, "SELECT id, title, words FROM records WHERE log = ? AND record = ?")
            .bind(.integer(log), .text(item.record)).first { (id: $0.integer(0), title: $0.text(1), words: $0.text(2)) }
        guard let old else { return try insert(log, item) }
        if old.title != view.title || old.words != view.searchText {
            try removeWords(old.id, old.title, old.words)
            try addWords(old.id, view.title, view.searchText)
        }
        try Command(
            db,
            """
            UPDATE records SET kind = ?, status = ?, title = ?, subtitle = ?, revision = ?, changed = ?, words = ?,
            state = ? WHERE id = ?
            """
        ).bind(
            .text(view.kind), .text(view.status), .text(view.title), .text(view.subtitle), .integer(item.revision),
            .integer(item.changed), .text(view.searchText), .blob(view.state), .integer(old.id)
        ).run()
        try updateAudience(log, item.record, Set(view.audience))
        try updateFacets(log, item.record, Set(view.facets))
        if try Duties.of(db, log, record: item.record) != view.duties.sorted(by: { $0.key < $1.key }) {
            try removeDuties(log, item.record)
            try addDuties(log, item.record, view.duties)
        }
    }

    // MARK: Search

    private func addWords(_ id: Int64, _ title: String, _ words: String) throws {
        try Command(db, "INSERT INTO search (rowid, title, words) VALUES (?, ?, ?)")
            .bind(.integer(id), .text(title), .text(words)).run()
    }

    /// The index holds no text, so it must be told what to forget.
    func removeWords(_ id: Int64, _ title: String, _ words: String) throws {
        try Command(db, "INSERT INTO search (search, rowid, title, words) VALUES ('delete', ?, ?, ?)")
            .bind(.integer(id), .text(title), .text(words)).run()
    }

    // MARK: Audience and facets

    private func updateAudience(_ log: Int64, _ record: String, _ new: Set<String>) throws {
        let old = Set(try Audience.of(db, log, record))
        guard old != new else { return }
        for token in old.subtracting(new) {
            try Command(db, "DELETE FROM audience WHERE log = ? AND record = ? AND token = ?")
                .bind(.integer(log), .text(record), .text(token)).run()
        }
        try addAudience(log, record, new.subtracting(old))
    }

    private func addAudience(_ log: Int64, _ record: String, _ tokens: Set<String>) throws {
        guard !tokens.isEmpty else { return }
        let insert = try Command(db, "INSERT INTO audience (log, record, token) VALUES (?, ?, ?)")
        for token in tokens { try insert.bind(.integer(log), .text(record), .text(token)).run() }
    }

    private func updateFacets(_ log: Int64, _ record: String, _ new: Set<Facet>) throws {
        let old = Set(
            try Command(db, "SELECT name, value FROM facets WHERE log = ? AND record = ?")
                .bind(.integer(log), .text(record)).all { Facet($0.text(0), $0.text(1)) })
        guard old != new else { return }
        for facet in old.subtracting(new) {
            try Command(db, "DELETE FROM facets WHERE log = ? AND record = ? AND name = ? AND value = ?")
                .bind(.integer(log), .text(record), .text(facet.name), .text(facet.value)).run()
        }
        try addFacets(log, record, new.subtracting(old))
    }

    private func addFacets(_ log: Int64, _ record: String, _ facets: Set<Facet>) throws {
        guard !facets.isEmpty else { return }
        let insert = try Command(db, "INSERT INTO facets (log, record, name, value) VALUES (?, ?, ?, ?)")
        for facet in facets {
            try insert.bind(.integer(log), .text(record), .text(facet.name), .text(facet.value)).run()
        }
    }

    // MARK: Duties

    private func addDuties(_ log: Int64, _ record: String, _ duties: [DutyView]) throws {
        guard !duties.isEmpty else { return }
        let insert = try Command(
            db, "INSERT INTO duties (log, record, key, title, action, due, since) VALUES (?, ?, ?, ?, ?, ?, ?)")
        let assign = try Command(
            db, "INSERT INTO assignees (log, record, key, place, assignee) VALUES (?, ?, ?, ?, ?)")
        for duty in duties {
            try insert.bind(
                .integer(log), .text(record), .text(duty.key), .text(duty.title), .text(duty.action), Value(duty.due),
                .integer(duty.since)
            ).run()
            for (place, assignee) in duty.assignees.enumerated() {
                try assign.bind(
                    .integer(log), .text(record), .text(duty.key), .integer(Int64(place)), .text(assignee)
                ).run()
            }
        }
    }

    private func removeDuties(_ log: Int64, _ record: String) throws {
        try Command(db, "DELETE FROM duties WHERE log = ? AND record = ?").bind(.integer(log), .text(record)).run()
        try Command(db, "DELETE FROM assignees WHERE log = ? AND record = ?").bind(.integer(log), .text(record)).run()
    }
}
