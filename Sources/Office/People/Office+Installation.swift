package import Ledger
import Policy
package import Records

/// What the installation itself may do, at the terminal: whoever has the master key needs no role.
extension Office {
    /// Reads a list of people and says what is wrong with it. Nothing is recorded.
    package func preview(_ text: String, in school: LogID) async throws -> PeopleSheet {
        try await sheet(text, in: school)
    }

    /// Adds everyone on a list in one append: all of them, or none while any line is at fault.
    package func importPeople(_ text: String, to school: LogID) async throws(OfficeError) -> Int {
        do {
            let installation = Caller(school: school, person: .office, name: "", email: "", givenRoles: [])
            return try await importChecked(text, cause: newID(), as: installation, isReaction: true)
        } catch {
            throw OfficeError(error)
        }
    }

    /// Who is here under an e-mail address.
    package func personID(withEmail email: String, in school: LogID) async throws -> PersonID? {
        try await person(withEmail: email, in: school).flatMap { RecordID($0.record) }.map { PersonID($0.key) }
    }

    /// Short names of schools that would hide a page of the site.
    package static let reservedSchoolNames: Set<String> = ["assets", "health", "set-up", "openapi"]
}
