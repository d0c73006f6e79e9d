import Foundation
package import Ledger
package import Policy
package import Records

/// A school with its pack and calendar: what every decision and page of it needs.
package struct SchoolSetting: Sendable {
    package let id: LogID
    /// Of the school's record: what was decided under it holds only while it is the same.
    package let revision: Int64
    package let school: School
    package let pack: Pack
    package let calendar: WorkingCalendar
    package var name: String { school.name }
}

extension Office {
    package func setting(_ id: LogID) async throws -> SchoolSetting {
        guard let loaded = try await ledger.load(id, RecordID(.school, School.key).description) else {
            throw OfficeError.noSuchSchool(id.rawValue)
        }
        let school = try Drawer<School>.read(loaded.state)
        return SchoolSetting(
            id: id, revision: loaded.row.revision, school: school, pack: try await edition(school.adopted.hash, of: id),
            calendar: WorkingCalendar(bankHolidays: bankHolidays, terms: school.terms, insetDays: Set(school.insetDays))
        )
    }

    /// An edition that the school has adopted, now or before: from the shelf, or from the event that adopted it.
    ///
    /// - Parameter hash: SHA-256 of its text, lower-case hexadecimal.
    package func edition(_ hash: String, of id: LogID) async throws -> Pack {
        if let pack = shelf.pack(hash) { return pack }
        for event in try await ledger.history(id, RecordID(.school, School.key).description).reversed() {
            guard let payload = event.payload else { continue }
            switch try Coding.decode(School.Event.self, from: payload) {
            case .founded(_, let adopted, _), .adopted(let adopted, _):
                if adopted.hash == hash { return try shelf.read(adopted) }
            case .calendarSet, .emailDomainsSet, .hostsSet, .blackoutAdded, .blackoutRemoved: continue
            }
        }
        throw OfficeError.unreadable("no event adopts the edition \(hash)")
    }

    /// Every school of the installation, by name.
    package func schools() async throws -> [SchoolSetting] {
        var settings: [SchoolSetting] = []
        for log in try await ledger.logs() {
            do { settings.append(try await setting(log)) } catch OfficeError.noSuchSchool { continue }
        }
        return settings.sorted { $0.name < $1.name }
    }

    /// Founds a school on a pack. The log is made first; a second try after a failure finds it and goes on.
    package func foundSchool(_ id: LogID, name: String, packSource: String) async throws -> SchoolSetting {
        let hash = Digest.hex(of: packSource)
        let pack = try shelf.read(packSource, hash: hash, id: id.rawValue)
        do {
            try await ledger.createLog(id, time: now().seconds)
        } catch LedgerError.logExists {
            if try await ledger.load(id, RecordID(.school, School.key).description) != nil {
                throw LedgerError.logExists(id)
            }
        }
        let adopted = AdoptedPack(
            id: pack.id, edition: pack.edition, source: packSource, hash: hash)
        let placeholder = School(name: name, founded: now(), adopted: adopted.inForce)
        let setting = SchoolSetting(
            id: id, revision: 0, school: placeholder, pack: pack,
            calendar: WorkingCalendar(bankHolidays: bankHolidays, terms: [], insetDays: []))
        _ = try await perform(
            Drawer<School>.intent(.found(name: name, pack: adopted)), on: RecordID(.school, School.key), in: setting,
            as: .office,
            cause: newID(), isReaction: true)
        return try await self.setting(id)
    }

    /// Gives a school host names of its own, on the installation's authority.
    ///
    /// - Throws: `.incomplete` when a host belongs to another school.
    package func setHosts(_ hosts: [String], of id: LogID) async throws {
        for other in try await schools() where other.id != id {
            if let taken = hosts.first(where: { other.school.hosts.contains($0.lowercased()) }) {
                throw OfficeError.refused(
                    .incomplete([FieldProblem("hosts", "\(taken) belongs to \(other.name) already")]))
            }
        }
        _ = try await perform(
            Drawer<School>.intent(.setHosts(hosts)), on: RecordID(.school, School.key), in: try await setting(id),
            as: .office,
            cause: newID(), isReaction: true)
    }
}
