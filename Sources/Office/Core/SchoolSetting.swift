import Foundation
package import Ledger
package import Policy
package import Records

/// A school with its pack and calendar: what every decision and page of it needs.
package struct SchoolSetting: Sendable {
    package let id: LogID
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
            id: id, school: school, pack: try shelf.pack(school.adopted),
            calendar: WorkingCalendar(bankHolidays: bankHolidays, terms: school.terms, insetDays: Set(school.insetDays)))
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
        let pack = try Pack.load(yaml: packSource, file: "\(id.rawValue).yaml", vocabulary: vocabulary)
        do {
            try await ledger.createLog(id, time: now().seconds)
        } catch LedgerError.logExists {
            if try await ledger.load(id, RecordID(.school, School.key).description) != nil { throw LedgerError.logExists(id) }
        }
        let adopted = AdoptedPack(id: pack.id, edition: pack.edition, source: packSource, hash: Digest.hex(of: packSource))
        let placeholder = School(name: name, founded: now(), adopted: adopted)
        let setting = SchoolSetting(
            id: id, school: placeholder, pack: pack, calendar: WorkingCalendar(bankHolidays: bankHolidays, terms: [], insetDays: []))
        _ = try await perform(
            Drawer<School>.intent(.found(name: name, pack: adopted)), on: RecordID(.school, School.key), in: setting, as: .office,
            roles: [], cause: newID(), isReaction: true)
        return try await self.setting(id)
    }
}
