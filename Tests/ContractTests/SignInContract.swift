import Ledger
import Testing

@Suite("Every store keeps sign-in")
struct SignInContract {
    let log: LogID
    let other: LogID
    init() throws {
        log = try Sample.log("oakdene")
        other = try Sample.log("grange")
    }

    private func begin(_ store: any LedgerStoring) async throws {
        try await store.createLog(log, time: 1)
        try await store.createLog(other, time: 1)
    }

    private func ticket(
        _ hash: UInt8, _ use: Ticket.Use = .session, person: String = "p-1", created: Int64 = 1, expires: Int64 = 100
    ) -> Ticket {
        Ticket(
            use: use, hash: [hash], person: person, label: "Firefox", created: created, used: created, expires: expires)
    }

    @Test("a login is found by name and by person, in its own log only", arguments: Engine.allCases)
    func login(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await begin(store)
            let login = Login(person: "p-1", name: "a@example.org", passwordHash: "one")
            try await store.setLogin(log, login)
            #expect(try await store.login(log, name: "a@example.org") == login)
            #expect(try await store.login(log, person: "p-1") == login)
            #expect(try await store.login(other, name: "a@example.org") == nil)
            let renamed = Login(person: "p-1", name: "b@example.org", passwordHash: "two")
            try await store.setLogin(log, renamed)
            #expect(try await store.login(log, name: "a@example.org") == nil)
            #expect(try await store.login(log, person: "p-1") == renamed)
        }
    }

    @Test("a sign-in name belongs to one person of a log", arguments: Engine.allCases)
    func unique(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await begin(store)
            let (log, other) = (log, other)
            try await store.setLogin(log, Login(person: "p-1", name: "a@example.org", passwordHash: ""))
            await #expect(throws: LedgerError.self) {
                try await store.setLogin(log, Login(person: "p-2", name: "a@example.org", passwordHash: ""))
            }
            try await store.setLogin(other, Login(person: "p-2", name: "a@example.org", passwordHash: ""))
            #expect(try await store.login(log, name: "a@example.org")?.person == "p-1")
        }
    }

    @Test("a ticket counts until it expires, for its use and in its log", arguments: Engine.allCases)
    func ticket(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await begin(store)
            let kept = ticket(1, expires: 50)
            try await store.addTicket(log, kept)
            #expect(try await store.ticket(log, .session, hash: [1], now: 49) == kept)
            #expect(try await store.ticket(log, .session, hash: [1], now: 50) == nil)
            #expect(try await store.ticket(log, .token, hash: [1], now: 1) == nil)
            #expect(try await store.ticket(other, .session, hash: [1], now: 1) == nil)
            #expect(try await store.ticket(log, .session, hash: [2], now: 1) == nil)
        }
    }

    @Test("a one-time link works exactly once", arguments: Engine.allCases)
    func once(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await begin(store)
            let log = log
            try await store.addTicket(log, ticket(1, .link))
            let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 { group.addTask { try await store.takeTicket(log, .link, hash: [1]) } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(taken == 1)
        }
    }

    @Test("a person's tickets are listed, ended one by one, or by their use", arguments: Engine.allCases)
    func ended(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await begin(store)
            try await store.addTicket(log, ticket(2, created: 2))
            try await store.addTicket(log, ticket(1, created: 1))
            try await store.addTicket(log, ticket(3, created: 3, expires: 9))
            try await store.addTicket(log, ticket(4, .token))
            try await store.addTicket(log, ticket(5, person: "p-2"))
            #expect(try await store.tickets(log, person: "p-1", .session, now: 10).map(\.hash) == [[1], [2]])
            #expect(try await store.takeTicket(log, .session, hash: [1]))
            #expect(try await store.tickets(log, person: "p-1", .session, now: 10).map(\.hash) == [[2]])
            try await store.removeTickets(log, person: "p-1", .session)
            #expect(try await store.tickets(log, person: "p-1", .session, now: 10).isEmpty)
            #expect(try await store.tickets(log, person: "p-1", .token, now: 10).map(\.hash) == [[4]])
            #expect(try await store.tickets(log, person: "p-2", .session, now: 10).map(\.hash) == [[5]])
        }
    }

    @Test("the use of a ticket is noted", arguments: Engine.allCases)
    func touched(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await begin(store)
            try await store.addTicket(log, ticket(1))
            try await store.touchTicket(log, .session, hash: [1], now: 77)
            #expect(try await store.ticket(log, .session, hash: [1], now: 78)?.used == 77)
        }
    }

    @Test("a removed login takes its sessions, tokens and links with it", arguments: Engine.allCases)
    func removed(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await begin(store)
            try await store.setLogin(log, Login(person: "p-1", name: "a", passwordHash: "x"))
            for (hash, use) in zip(UInt8(1)..., Ticket.Use.allCases) {
                try await store.addTicket(log, ticket(hash, use))
            }
            try await store.addTicket(log, ticket(9, person: "p-2"))
            try await store.removeLogin(log, person: "p-1")
            #expect(try await store.login(log, name: "a") == nil)
            for use in Ticket.Use.allCases {
                #expect(try await store.tickets(log, person: "p-1", use, now: 0).isEmpty)
            }
            #expect(try await store.tickets(log, person: "p-2", .session, now: 0).count == 1)
        }
    }

    @Test("expired tickets are cleared from every log", arguments: Engine.allCases)
    func cleared(_ engine: Engine) async throws {
        try await engine.withStore { store in
            try await begin(store)
            try await store.addTicket(log, ticket(1, expires: 50))
            try await store.addTicket(log, ticket(2, expires: 51))
            try await store.addTicket(other, ticket(3, expires: 50))
            try await store.removeExpiredTickets(now: 50)
            #expect(try await store.takeTicket(log, .session, hash: [1]) == false)
            #expect(try await store.takeTicket(log, .session, hash: [2]))
            #expect(try await store.takeTicket(other, .session, hash: [3]) == false)
        }
    }
}
