package import Ledger
import Policy
package import Records

package enum SignInResult: Sendable {
    /// The session's secret, shown to the browser once and kept only as a hash.
    case signedIn(secret: String, caller: Caller)
    /// The same answer whether the name or the password was wrong.
    case wrong
    case wait(seconds: Int64)
}

extension Office {
    /// How long a session lasts, in seconds: a school day, and no longer than two hours untouched.
    package static let sessionLength: Int64 = 12 * 3600
    package static let sessionIdle: Int64 = 2 * 3600
    static let linkLength: Int64 = 7 * 24 * 3600

    /// - Parameter source: where the request comes from; only compared.
    package func signIn(
        _ school: LogID, email: String, password: String, source: String, device: String
    ) async throws(OfficeError) -> SignInResult {
        do {
            let name = "\(school) \(email.trimmed.lowercased())"
            let time = now().seconds
            let wait = throttle.wait(name: name, source: source, now: time)
            guard wait == 0 else { return .wait(seconds: wait) }
            let row = try await person(withEmail: email, in: school)
            let login: Login? =
                if let row, let record = RecordID(row.record) {
                    try await ledger.store.login(school, person: record.key)
                } else { nil }
            // The same work is done for a name that does not exist, so that the time taken tells nothing.
            let stored = login?.passwordHash ?? ""
            let isRight: Bool
            if stored.isEmpty {
                _ = try passwords.hash(password)
                isRight = false
            } else {
                isRight = passwords.matches(password, stored)
            }
            guard isRight, let login, let caller = try await caller(school, PersonID(login.person)) else {
                throttle.failed(name: name, source: source, now: time)
                return .wrong
            }
            throttle.succeeded(name: name, source: source)
            return .signedIn(secret: try await startSession(caller, device: device), caller: caller)
        } catch {
            throw OfficeError(error)
        }
    }

    package func startSession(_ caller: Caller, device: String) async throws -> String {
        try await issue(
            .session, to: caller.person, in: caller.school, label: String(device.prefix(200)),
            lasting: Office.sessionLength)
    }

    /// Who a session's or a token's secret belongs to, with the roles that they hold now; nil once it has ended.
    package func caller(_ school: LogID, _ use: Ticket.Use, secret: String) async throws(OfficeError) -> Caller? {
        do {
            let time = now().seconds
            let hash = Digest.sha256(secret)
            guard use != .link, let ticket = try await ledger.store.ticket(school, use, hash: hash, now: time) else {
                return nil
            }
            if use == .session, time - ticket.used > Office.sessionIdle {
                _ = try await ledger.store.takeTicket(school, use, hash: hash)
                return nil
            }
            // Once a minute is enough to know that it is in use, and spares a write for every page.
            if time - ticket.used > 60 { try await ledger.store.touchTicket(school, use, hash: hash, now: time) }
            return try await caller(school, PersonID(ticket.person))
        } catch {
            throw OfficeError(error)
        }
    }

    /// A person as a caller; nil for one who has left or never was.
    package func caller(_ school: LogID, _ person: PersonID) async throws -> Caller? {
        guard let loaded = try await ledger.load(school, RecordID(.person, person.rawValue).description) else {
            return nil
        }
        let record = try Drawer<Person>.read(loaded.state)
        guard record.isActive else { return nil }
        return Caller(
            school: school, person: person, name: record.particulars.name, email: record.particulars.email,
            givenRoles: record.particulars.roles)
    }

    package func endSession(_ school: LogID, secret: String) async throws {
        _ = try await ledger.store.takeTicket(school, .session, hash: Digest.sha256(secret))
    }

    package func endAllSessions(of caller: Caller) async throws {
        try await ledger.store.removeTickets(caller.school, person: caller.person.rawValue, .session)
    }

    package func sessions(of caller: Caller) async throws -> [Ticket] {
        try await ledger.store.tickets(caller.school, person: caller.person.rawValue, .session, now: now().seconds)
    }

    /// - Returns: the secret, which only its bearer ever sees.
    func issue(_ use: Ticket.Use, to person: PersonID, in school: LogID, label: String, lasting: Int64) async throws
        -> String
    {
        let secret = newID() + newID()
        let time = now().seconds
        try await ledger.store.addTicket(
            school,
            Ticket(
                use: use, hash: Digest.sha256(secret), person: person.rawValue, label: label, created: time, used: time,
                expires: time + lasting))
        return secret
    }
}
