import GRDB
package import Ledger

extension SQLiteStore {
    package func setLogin(_ log: LogID, _ login: Login) async throws(LedgerError) {
        try await write(log) { db, log in
            let owner = try Command(db, "SELECT person FROM logins WHERE log = ? AND name = ?")
                .bind(.integer(log), .text(login.name)).first { $0.text(0) }
            guard owner == nil || owner == login.person else {
                throw LedgerError.unavailable(
                    "The sign-in name `\(login.name)` is somebody else's: choose another.")
            }
            try Command(
                db,
                """
                INSERT INTO logins (log, person, name, password) VALUES (?, ?, ?, ?)
                ON CONFLICT (log, person) DO UPDATE SET name = excluded.name, password = excluded.password
                """
            ).bind(.integer(log), .text(login.person), .text(login.name), .text(login.passwordHash)).run()
        }
    }

    package func login(_ log: LogID, name: String) async throws(LedgerError) -> Login? {
        try await login(log, where: "name", name)
    }

    package func login(_ log: LogID, person: String) async throws(LedgerError) -> Login? {
        try await login(log, where: "person", person)
    }

    private func login(_ log: LogID, where column: String, _ value: String) async throws(LedgerError) -> Login? {
        try await read(log) { db, log in
            try Command(db, "SELECT person, name, password FROM logins WHERE log = ? AND \(column) = ?")
                .bind(.integer(log), .text(value))
                .first { Login(person: $0.text(0), name: $0.text(1), passwordHash: $0.text(2)) }
        }
    }

    package func removeLogin(_ log: LogID, person: String) async throws(LedgerError) {
        try await write(log) { db, log in
            for table in ["logins", "tickets"] {
                try Command(db, "DELETE FROM \(table) WHERE log = ? AND person = ?")
                    .bind(.integer(log), .text(person)).run()
            }
        }
    }

    package func addTicket(_ log: LogID, _ ticket: Ticket) async throws(LedgerError) {
        try await write(log) { db, log in
            try Command(
                db,
                """
                INSERT INTO tickets (log, use, hash, person, label, created, used, expires)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
            ).bind(
                .integer(log), .text(ticket.use.rawValue), .blob(ticket.hash), .text(ticket.person),
                .text(ticket.label), .integer(ticket.created), .integer(ticket.used), .integer(ticket.expires)
            ).run()
        }
    }

    package func ticket(
        _ log: LogID, _ use: Ticket.Use, hash: [UInt8], now: Int64
    ) async throws(LedgerError) -> Ticket? {
        try await read(log) { db, log in
            try Command(
                db, "SELECT \(Self.ticketColumns) FROM tickets WHERE log = ? AND use = ? AND hash = ? AND expires > ?"
            ).bind(.integer(log), .text(use.rawValue), .blob(hash), .integer(now)).first { Self.ticket($0, use) }
        }
    }

    package func tickets(
        _ log: LogID, person: String, _ use: Ticket.Use, now: Int64
    ) async throws(LedgerError) -> [Ticket] {
        try await read(log) { db, log in
            try Command(
                db,
                """
                SELECT \(Self.ticketColumns) FROM tickets WHERE log = ? AND person = ? AND use = ? AND expires > ?
                ORDER BY created, label
                """
            ).bind(.integer(log), .text(person), .text(use.rawValue), .integer(now)).all { Self.ticket($0, use) }
        }
    }

    package func takeTicket(_ log: LogID, _ use: Ticket.Use, hash: [UInt8]) async throws(LedgerError) -> Bool {
        try await write(log) { db, log in
            try Command(db, "DELETE FROM tickets WHERE log = ? AND use = ? AND hash = ?")
                .bind(.integer(log), .text(use.rawValue), .blob(hash)).run()
            return db.changesCount > 0
        }
    }

    package func removeTickets(_ log: LogID, person: String, _ use: Ticket.Use) async throws(LedgerError) {
        try await write(log) { db, log in
            try Command(db, "DELETE FROM tickets WHERE log = ? AND person = ? AND use = ?")
                .bind(.integer(log), .text(person), .text(use.rawValue)).run()
        }
    }

    package func touchTicket(
        _ log: LogID, _ use: Ticket.Use, hash: [UInt8], now: Int64
    ) async throws(LedgerError) {
        try await write(log) { db, log in
            try Command(db, "UPDATE tickets SET used = ? WHERE log = ? AND use = ? AND hash = ?")
                .bind(.integer(now), .integer(log), .text(use.rawValue), .blob(hash)).run()
        }
    }

    package func removeExpiredTickets(now: Int64) async throws(LedgerError) {
        try await writeAny { db in
            try Command(db, "DELETE FROM tickets WHERE expires <= ?").bind(.integer(now)).run()
        }
    }

    private static let ticketColumns = "hash, person, label, created, used, expires"

    private static func ticket(_ row: Row, _ use: Ticket.Use) -> Ticket {
        Ticket(
            use: use, hash: row.blob(0), person: row.text(1), label: row.text(2), created: row.integer(3),
            used: row.integer(4), expires: row.integer(5))
    }
}
