/// What sign-in keeps: never in the log, because it must be forgettable. Every method is scoped to one log.
///
/// Secrets arrive already hashed: a store never sees a password, a session token or a link.
package protocol SignInStoring: Sendable {
    /// Sets or replaces a person's password hash and sign-in name (lower-cased e-mail address, unique in the log).
    func setLogin(_ log: LogID, _ login: Login) async throws(LedgerError)
    func login(_ log: LogID, name: String) async throws(LedgerError) -> Login?
    func login(_ log: LogID, person: String) async throws(LedgerError) -> Login?
    /// Ends the login, every session and every token of a person, in one transaction.
    func removeLogin(_ log: LogID, person: String) async throws(LedgerError)

    func addTicket(_ log: LogID, _ ticket: Ticket) async throws(LedgerError)
    /// The unexpired ticket with that hash.
    func ticket(_ log: LogID, _ use: Ticket.Use, hash: [UInt8], now: Int64) async throws(LedgerError) -> Ticket?
    func tickets(_ log: LogID, person: String, _ use: Ticket.Use, now: Int64) async throws(LedgerError) -> [Ticket]
    /// Removes the ticket. - Returns: whether it was there, so that a one-time link works exactly once.
    func takeTicket(_ log: LogID, _ use: Ticket.Use, hash: [UInt8]) async throws(LedgerError) -> Bool
    func removeTickets(_ log: LogID, person: String, _ use: Ticket.Use) async throws(LedgerError)
    /// Notes that the ticket was used at `now`.
    func touchTicket(_ log: LogID, _ use: Ticket.Use, hash: [UInt8], now: Int64) async throws(LedgerError)
    func removeExpiredTickets(now: Int64) async throws(LedgerError)
}

package struct Login: Sendable, Equatable {
    package var person: String
    package var name: String
    /// The password hash with its parameters, as text; empty when no password was set yet.
    package var passwordHash: String
    package init(person: String, name: String, passwordHash: String) {
        self.person = person
        self.name = name
        self.passwordHash = passwordHash
    }
}

/// Something that lets its bearer in until it expires: a session, an API token, or a one-time link.
package struct Ticket: Sendable, Equatable {
    package enum Use: String, Sendable, CaseIterable {
        case session, token, link
        /// A parent's link to answer for a child, and the one to change what they answered.
        case consent
        case consentChange = "consent-change"
    }
    package var use: Use
    /// SHA-256 of the secret that the bearer shows.
    package var hash: [UInt8]
    package var person: String
    /// What its owner called it, or the browser it was made in; shown in their list.
    package var label: String
    /// Seconds since 1970.
    package var created: Int64
    package var used: Int64
    package var expires: Int64

    package init(
        use: Use, hash: [UInt8], person: String, label: String, created: Int64, used: Int64, expires: Int64
    ) {
        self.use = use
        self.hash = hash
        self.person = person
        self.label = label
        self.created = created
        self.used = used
        self.expires = expires
    }
}
