extension InMemoryStore {
    package func setLogin(_ log: LogID, _ login: Login) throws(LedgerError) {
        try change(log) { content throws(LedgerError) in
            guard !content.logins.values.contains(where: { $0.name == login.name && $0.person != login.person }) else {
                throw .unavailable("The sign-in name `\(login.name)` is somebody else's: choose another.")
            }
            content.logins[login.person] = login
        }
    }

    package func login(_ log: LogID, name: String) throws(LedgerError) -> Login? {
        try contents(log).logins.values.first { $0.name == name }
    }

    package func login(_ log: LogID, person: String) throws(LedgerError) -> Login? {
        try contents(log).logins[person]
    }

    package func removeLogin(_ log: LogID, person: String) throws(LedgerError) {
        try change(log) { content throws(LedgerError) in
            content.logins[person] = nil
            content.tickets.removeAll { $0.person == person }
        }
    }

    package func addTicket(_ log: LogID, _ ticket: Ticket) throws(LedgerError) {
        try change(log) { content throws(LedgerError) in
            guard !content.tickets.contains(where: { $0.use == ticket.use && $0.hash == ticket.hash }) else {
                throw .unavailable("A ticket with the same secret is kept already: make another.")
            }
            content.tickets.append(ticket)
        }
    }

    package func ticket(
        _ log: LogID, _ use: Ticket.Use, hash: [UInt8], now: Int64
    ) throws(LedgerError) -> Ticket? {
        try contents(log).tickets.first { $0.use == use && $0.hash == hash && $0.expires > now }
    }

    package func tickets(
        _ log: LogID, person: String, _ use: Ticket.Use, now: Int64
    ) throws(LedgerError) -> [Ticket] {
        try contents(log).tickets.filter { $0.use == use && $0.person == person && $0.expires > now }
            .sorted { ($0.created, $0.label) < ($1.created, $1.label) }
    }

    package func takeTicket(_ log: LogID, _ use: Ticket.Use, hash: [UInt8]) throws(LedgerError) -> Bool {
        try change(log) { content throws(LedgerError) in
            let before = content.tickets.count
            content.tickets.removeAll { $0.use == use && $0.hash == hash }
            return content.tickets.count < before
        }
    }

    package func removeTickets(_ log: LogID, person: String, _ use: Ticket.Use) throws(LedgerError) {
        try change(log) { content throws(LedgerError) in
            content.tickets.removeAll { $0.use == use && $0.person == person }
        }
    }

    package func touchTicket(
        _ log: LogID, _ use: Ticket.Use, hash: [UInt8], now: Int64
    ) throws(LedgerError) {
        try change(log) { content throws(LedgerError) in
            for index in content.tickets.indices
            where content.tickets[index].use == use && content.tickets[index].hash == hash {
                content.tickets[index].used = now
            }
        }
    }

    package func removeExpiredTickets(now: Int64) {
        changeAll { $0.tickets.removeAll { $0.expires <= now } }
    }
}
