package import Ledger
package import Policy
package import Records

/// A record as its page shows it.
package struct RecordDetail<R: Record>: Sendable {
    package let record: RecordID
    package let state: R
    package let revision: Int64
    /// Forms of the commands that this person could give now.
    package let available: [Form]
    package let duties: [DutyItem]
    package let desk: Desk
}

/// One thing that happened to a record, for its timeline.
package struct HistoryItem: Sendable, Equatable {
    package let position: Int64
    package let type: String
    package let actor: PersonID
    package let at: Instant
    /// The event's reason, note or the like, where it has one; never a secret.
    package let detail: String
}

extension Office {
    /// - Throws: `.notFound` for a record that is not there and for one that is not for these eyes: told alike.
    package func detail<R: Record>(_: R.Type, _ record: RecordID, as caller: Caller) async throws(OfficeError)
        -> RecordDetail<R>
    {
        do {
            guard record.kind == R.kind, let loaded = try await visible(record, to: caller) else {
                throw Refusal.notFound
            }
            let setting = try await setting(caller.school)
            let desk = try await desk(for: caller, in: setting, about: loaded)
            let state = try Drawer<R>.read(loaded.state)
            let names = R.available(state, at: desk)
            let forms = R.forms(at: desk).map(\.form)
            return RecordDetail(
                record: record, state: state, revision: loaded.row.revision,
                available: names.compactMap { name in forms.first { $0.name == name } },
                duties: try await duties(on: record, in: caller.school),
                desk: desk)
        } catch {
            throw OfficeError(error)
        }
    }

    /// What a form begins with, and whom it may name: for the page of one command.
    package struct OpenForm: Sendable {
        package let form: Form
        package let revision: Int64
        package let prefill: Input
        package let title: String
        /// People who can be chosen: identifier and name, by name.
        package let people: [(id: PersonID, name: String, detail: String)]
        /// People whom the form asks about one by one.
        package let each: [(id: PersonID, name: String, detail: String)]
    }

    /// - Throws: `.notAuthorised` when this person cannot give that command now.
    package func openForm(_ command: String, on record: RecordID, as caller: Caller) async throws(OfficeError)
        -> OpenForm
    {
        do {
            let loaded = try await visible(record, to: caller)
            let setting = try await setting(caller.school)
            let desk = try await desk(for: caller, in: setting, about: loaded, on: record)
            let drawer = Cabinet.drawer(record.kind)
            guard let form = drawer.forms(at: desk).first(where: { $0.name == command }) else { throw Refusal.notFound }
            guard try drawer.available(loaded?.state, at: desk).contains(command) else {
                throw Refusal.wrongState("That cannot be done here, or not by you, as things stand.")
            }
            let directory = try await directory(caller.school)
            let choices = directory.filter(\.isHere).map { (id: $0.id, name: $0.name, detail: $0.roles) }
            let each = try await formPeople(caller.school, state: loaded?.state, kind: record.kind).each
            return OpenForm(
                form: form, revision: loaded?.row.revision ?? 0,
                prefill: try loaded.map { try drawer.prefill($0.state, command: command) } ?? Input(),
                title: loaded?.row.title ?? "", people: choices,
                each: each.map { id in
                    let entry = directory.first { $0.id == id }
                    return (id: id, name: entry?.name ?? id.rawValue, detail: entry?.roles ?? "")
                })
        } catch {
            throw OfficeError(error)
        }
    }

    /// Everyone who was ever on record at a school, by name: for showing who did what.
    package func directory(_ school: LogID) async throws -> [DirectoryEntry] {
        var entries: [DirectoryEntry] = []
        var query = RecordQuery(kind: Kind.person.rawValue, audience: nil, limit: 1000)
        while true {
            let page = try await ledger.records(school, matching: query)
            entries += page.rows.compactMap { row in
                RecordID(row.record).map {
                    DirectoryEntry(
                        id: PersonID($0.key), name: row.title, roles: row.subtitle, isHere: row.status == "here")
                }
            }
            query.offset += page.rows.count
            if page.rows.isEmpty || query.offset >= page.total { return entries }
        }
    }

    package func history(_ record: RecordID, as caller: Caller) async throws(OfficeError) -> [HistoryItem] {
        do {
            guard try await visible(record, to: caller) != nil else { throw Refusal.notFound }
            let keeps = caller.keepsConsents(under: try await setting(caller.school).pack)
            return try await ledger.history(caller.school, record.description).map(HistoryItem.init)
                .compactMap { keeps ? $0 : $0.withoutConsents }
                .map { caller.seesPupils ? $0 : $0.withoutNames }
        } catch {
            throw OfficeError(error)
        }
    }

    /// A page of a list, within the caller's audience.
    package func list(_ query: RecordQuery, as caller: Caller) async throws(OfficeError) -> RecordPage {
        do {
            var query = query
            query.audience = caller.tokens
            guard query.kind == Kind.pupil.rawValue,
                !caller.keepsConsents(under: try await setting(caller.school).pack)
            else { return try await ledger.records(caller.school, matching: query) }
            // How often and when a pupil's record changed tells who was asked and who was not.
            if query.order == .changed { query.order = .title }
            var page = try await ledger.records(caller.school, matching: query)
            for place in page.rows.indices {
                page.rows[place].revision = 0
                page.rows[place].changed = page.rows[place].created
            }
            return page
        } catch {
            throw OfficeError(error)
        }
    }

    package func tallies(as caller: Caller) async throws -> [Tally] {
        try await ledger.tallies(caller.school, audience: caller.tokens)
    }
}

package struct DirectoryEntry: Sendable, Equatable {
    package let id: PersonID
    package let name: String
    package let roles: String
    package let isHere: Bool
}
