package import Ledger
package import Policy
package import Records

/// A duty as its bearer sees it.
package struct DutyItem: Sendable, Equatable {
    package enum Urgency: String, Sendable { case overdue, soon, later, undated }

    package var record: RecordID
    package var title: String
    /// Whom it is about, where the title does not say; empty otherwise.
    package var about: String
    /// The command that does it; empty when the record's page is the place.
    package var action: String
    /// The page where it is done, where that is not a record's: `/pupils/consent`. Empty otherwise.
    package var place = ""
    /// The page that shows it is where it is done.
    package var isHere = false
    /// Whoever looks at it cannot do it.
    package var isOfOthers = false
    package var due: Instant?
    package var since: Instant
    package var urgency: Urgency
    /// How its due time is counted by today's calendar and pack; nil where it is not counted from when it arose.
    ///
    /// The due time that was given stands, whatever a corrected calendar would now give.
    package var counting: DueTime?
}

extension Office {
    /// What a person must do, the most pressing first.
    package func today(_ caller: Caller) async throws(OfficeError) -> [DutyItem] {
        do {
            let assignees =
                [Assignee.person(caller.person).token] + caller.roles.sorted().map { Assignee.role($0).token }
            let rows = try await ledger.duties(caller.school, assignees: assignees, audience: caller.tokens, limit: 500)
            let time = now()
            let setting = try await setting(caller.school)
            let exception = DutyView.exception(for: caller.person)
            let mine = rows.filter { !$0.duty.assignees.contains(exception) }
            var names = try await subjectNames(
                mine.compactMap { RecordID($0.record) }.filter { $0.key != caller.person.rawValue }, in: caller.school)
            names.merge(try await dutySubjects(mine, in: caller.school)) { first, _ in first }
            let items = mine.compactMap { row in
                RecordID(row.record).map { DutyItem(row, record: $0, about: names[$0] ?? "", at: time, in: setting) }
            }
            guard let consent = try await consentDuty(of: caller, in: setting) else { return items }
            // Among the others by its due time, those without one last.
            let place = items.firstIndex { ($0.due ?? .distantFuture) > (consent.due ?? .distantFuture) }
            return Array(items[..<(place ?? items.count)]) + [consent] + Array(items[(place ?? items.count)...])
        } catch {
            throw OfficeError(error)
        }
    }

    /// Every duty that stands on one record, whoever it is for.
    package func duties(on record: RecordID, in school: LogID) async throws -> [DutyItem] {
        let time = now()
        let setting = try await setting(school)
        return try await ledger.store.duties(school, record: record.description).map {
            DutyItem($0, record: record, about: "", at: time, in: setting)
        }
    }
}

extension Office {
    /// The names of those whom declarations and training are about: such a record knows only the person's identifier.
    func subjectNames(_ records: [RecordID], in school: LogID) async throws -> [RecordID: String] {
        let personal = records.filter { $0.kind == .declaration || $0.kind == .training }
        guard !personal.isEmpty else { return [:] }
        let names = Dictionary(
            try await directory(school).map { ($0.id.rawValue, $0.name) }, uniquingKeysWith: { first, _ in first })
        return Dictionary(personal.map { ($0, names[$0.key] ?? "") }, uniquingKeysWith: { first, _ in first })
    }
}

extension Instant {
    fileprivate static let distantFuture = Instant(seconds: .max)
}

extension DutyItem {
    /// Within two days a duty is soon: long enough to act on a Friday for a Monday.
    private static let soon: Int64 = 2 * 24 * 3600

    /// A duty of the school as a whole, which stands on no one record.
    init(_ title: String, at place: String, due: Instant?, since: Instant, now: Instant) {
        self.init(
            record: RecordID(.school, School.key), title: title, about: "", action: "", place: place, due: due,
            since: since, urgency: Self.urgency(due, at: now), counting: nil)
    }

    private static func urgency(_ due: Instant?, at now: Instant) -> Urgency {
        due.map { $0 < now ? .overdue : $0.seconds - now.seconds <= soon ? .soon : .later } ?? .undated
    }

    init(_ row: DutyRow, record: RecordID, about: String, at now: Instant, in setting: SchoolSetting) {
        let due = row.duty.due.map(Instant.init(seconds:))
        let since = Instant(seconds: row.duty.since)
        let span = Cabinet.drawer(record.kind).span(ofDuty: row.duty.key, under: setting.pack.process)
        self.init(
            record: record, title: row.duty.title, about: about, action: row.duty.action, due: due,
            since: since,
            urgency: Self.urgency(due, at: now), counting: span.map { setting.calendar.due(from: since, within: $0) })
    }
}
