package import Ledger
import Policy
package import Records

/// What a person's page shows of them beside their own record.
package struct Standing: Sendable {
    /// Nil for eyes that may not see it.
    package let declaration: Declaration?
    package let training: Training?
    package let accounts: [RecordRow]
    package let mayDeclare: Bool
    package let mayBeTrained: Bool
}

extension Office {
    package func standing(of person: PersonID, as caller: Caller) async throws(OfficeError) -> Standing {
        do {
            let setting = try await setting(caller.school)
            let declaration = try await seen(Declaration.self, RecordID(.declaration, person.rawValue), caller)
            let training = try await seen(Training.self, RecordID(.training, person.rawValue), caller)
            let desk = try await desk(for: caller, in: setting, about: nil)
            let isHere = try await self.caller(caller.school, person) != nil
            let accounts = try await list(
                RecordQuery(
                    kind: Kind.account.rawValue, facets: [Facet("person", person.rawValue)], audience: [], limit: 200),
                as: caller)
            return Standing(
                declaration: declaration, training: training, accounts: accounts.rows,
                mayDeclare: Declaration.available(declaration, at: desk).contains("declare"),
                mayBeTrained: isHere && person != caller.person
                    && Training.available(training, at: desk).contains("record"))
        } catch {
            throw OfficeError(error)
        }
    }

    private func seen<R: Record>(_: R.Type, _ record: RecordID, _ caller: Caller) async throws -> R? {
        guard let loaded = try await ledger.load(caller.school, record.description),
            !Set(loaded.audience).isDisjoint(with: caller.tokens)
        else { return nil }
        return try Drawer<R>.read(loaded.state)
    }

    /// The commands that begin a record of a kind, as far as this person may give them.
    package func commands(_ kind: Kind, as caller: Caller) async throws(OfficeError) -> [String] {
        do {
            let desk = try await desk(for: caller, in: try await setting(caller.school), about: nil)
            return try Cabinet.drawer(kind).available(nil, at: desk)
        } catch {
            throw OfficeError(error)
        }
    }

    /// A desk at which nobody sits: for describing forms.
    package func bareDesk(_ school: LogID) async throws -> Desk {
        let setting = try await setting(school)
        return Desk(
            person: .office, roles: [], now: now(), pack: setting.pack,
            packHash: setting.school.adopted.hash, calendar: setting.calendar,
            platforms: platforms,
            emailDomains: setting.school.emailDomains)
    }
}
