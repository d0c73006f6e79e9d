package import Ledger
import Policy
package import Records

extension Office {
    /// A one-time link with which a person sets their password, on the installation's own authority. Earlier links of
    /// theirs stop working. That it was made stands on the record: whoever has it can become that person.
    package func invite(_ person: PersonID, in school: LogID) async throws -> String {
        try await invite(person, in: school, as: .office, isReaction: true)
    }

    /// As ``invite(_:in:)``, for a keeper who hands the link on.
    package func invite(_ person: PersonID, as caller: Caller) async throws(OfficeError) -> String {
        do {
            guard !caller.roles.isDisjoint(with: Person.keepers) else {
                throw Refusal.notAuthorised(reason: "You may not send sign-in links.", whoMay: Person.keepers)
            }
            return try await invite(person, in: caller.school, as: caller.person, isReaction: false)
        } catch {
            throw OfficeError(error)
        }
    }

    private func invite(_ person: PersonID, in school: LogID, as actor: PersonID, isReaction: Bool) async throws
        -> String
    {
        guard try await caller(school, person) != nil else { throw OfficeError.refused(.notFound) }
        _ = try await perform(
            Drawer<Person>.intent(.noteLink), on: RecordID(.person, person.rawValue), in: try await setting(school),
            as: actor,
            cause: newID(), isReaction: isReaction)
        try await ledger.store.removeTickets(school, person: person.rawValue, .link)
        return try await issue(.link, to: person, in: school, label: "set a password", lasting: Office.linkLength)
    }

    /// Whose link it is, while it works.
    package func bearer(ofLink secret: String, in school: LogID) async throws -> Caller? {
        guard let ticket = try await ledger.store.ticket(school, .link, hash: Digest.sha256(secret), now: now().seconds)
        else { return nil }
        return try await caller(school, PersonID(ticket.person))
    }

    /// Sets the password and uses the link up; every session, token and earlier password of the person ends.
    package func setPassword(withLink secret: String, in school: LogID, password: String, again: String)
        async throws(OfficeError) -> Caller
    {
        do {
            guard let caller = try await bearer(ofLink: secret, in: school) else { throw Refusal.notFound }
            try Office.check(password: password, again: again, for: caller)
            let hash = try passwords.hash(password)
            guard try await ledger.store.takeTicket(school, .link, hash: Digest.sha256(secret)) else {
                throw Refusal.notFound
            }
            for use in [Ticket.Use.session, .token] {
                try await ledger.store.removeTickets(school, person: caller.person.rawValue, use)
            }
            try await ledger.store.setLogin(
                school, Login(person: caller.person.rawValue, name: caller.person.rawValue, passwordHash: hash))
            return caller
        } catch {
            throw OfficeError(error)
        }
    }

    /// Length is what makes a password strong; three random words make a long one (National Cyber Security Centre).
    static func check(password: String, again: String, for caller: Caller) throws(Refusal) {
        var problems: [FieldProblem] = []
        let lower = password.lowercased()
        if password.count < 12 {
            problems.append(
                FieldProblem("password", "Password must be 12 characters or more. Three random words make a good one"))
        } else if password.utf8.count > 1000 {
            problems.append(FieldProblem("password", "Password must be 1,000 characters or fewer"))
        } else if Set(lower).count < 5 || lower.contains(caller.email) || lower == caller.name.lowercased() {
            problems.append(
                FieldProblem("password", "Password is too easy to guess. Three random words make a good one"))
        } else if password != again {
            problems.append(FieldProblem("again", "The two passwords are not the same. Enter it again"))
        }
        guard problems.isEmpty else { throw .incomplete(problems) }
    }

    // MARK: Tokens for the API

    package static let tokenLength: Int64 = 365 * 24 * 3600

    package func makeToken(_ caller: Caller, label: String) async throws -> String {
        try await issue(.token, to: caller.person, in: caller.school, label: label, lasting: Office.tokenLength)
    }

    package func tokens(of caller: Caller) async throws -> [Ticket] {
        try await ledger.store.tickets(caller.school, person: caller.person.rawValue, .token, now: now().seconds)
    }

    package func endToken(_ hash: [UInt8], of caller: Caller) async throws {
        guard try await tokens(of: caller).contains(where: { $0.hash == hash }) else {
            throw OfficeError.refused(.notFound)
        }
        _ = try await ledger.store.takeTicket(caller.school, .token, hash: hash)
    }

    /// Ends what a leaver could still come in with. Their place in the record already bars them; this forgets the rest.
    func forgetLogin(of person: PersonID, in school: LogID) async throws {
        try await ledger.store.removeLogin(school, person: person.rawValue)
    }
}
