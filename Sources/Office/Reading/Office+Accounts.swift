package import Ledger
package import Policy
package import Records

/// A line of the account log, as a school prints it.
package struct AccountLogLine: Sendable, Equatable {
    package let record: RecordID
    package let platform: String
    package let name: String
    /// The roles of those who administer it on the platform, as the log asks for roles and not for names.
    package let masterAdministration: [String]
    package let approvedPosters: [String]
    package let opened: Day?
    package let closed: Day?
    package let status: Account.Status
    package let address: String
}

extension Office {
    /// Every account that is or was the school's: the account log.
    package func accountLog(_ caller: Caller) async throws(OfficeError) -> [AccountLogLine] {
        do { return try await accountLog(caller.school, audience: caller.tokens, statuses: [.open, .closed]) } catch {
            throw OfficeError(error)
        }
    }

    /// The accounts that a visitor may know of: those that are open, with no person named.
    package func officialAccounts(_ school: LogID) async throws(OfficeError) -> [AccountLogLine] {
        do {
            return try await accountLog(school, audience: [Audience.everyone.token], statuses: [.open])
        } catch {
            throw OfficeError(error)
        }
    }

    private func accountLog(_ school: LogID, audience: [String], statuses: [Account.Status]) async throws
        -> [AccountLogLine]
    {
        let directory = try await directory(school)
        var people: [PersonID: DirectoryEntry] = [:]
        for entry in directory { people[entry.id] = entry }
        var query = RecordQuery(
            kind: Kind.account.rawValue, statuses: statuses.map(\.rawValue), audience: audience, limit: 500)
        var lines: [AccountLogLine] = []
        while true {
            let page = try await ledger.records(school, matching: query)
            for row in page.rows {
                if let account = try await account(school, row), let line = AccountLogLine(row, account, people: people)
                {
                    lines.append(line)
                }
            }
            query.offset += page.rows.count
            if page.rows.isEmpty || query.offset >= page.total { return lines }
        }
    }

    private func account(_ school: LogID, _ row: RecordRow) async throws -> Account? {
        if let account = accounts.account(school, row) { return account }
        guard let loaded = try await ledger.load(school, row.record) else { return nil }
        let account = try Drawer<Account>.read(loaded.state)
        accounts.keep(account, school, loaded.row)
        return account
    }
}

extension AccountLogLine {
    init?(_ row: RecordRow, _ account: Account, people: [PersonID: DirectoryEntry]) {
        guard let record = RecordID(row.record) else { return nil }
        let posters: [PersonID]
        let administrators: [PersonID]
        let opened: Day
        var closed: Day?
        let address: String
        switch account.phase {
        case .open(let open):
            (posters, administrators, opened, address) = (
                open.posters, open.administrators, open.opening.on, open.opening.address
            )
        case .closed(let was):
            (posters, administrators, opened, address) = (was.posters, was.administrators, was.openedOn, was.address)
            closed = was.closedOn
        case .applied, .returned, .rejected, .withdrawn, .approved, .unofficial: return nil
        }
        self.init(
            record: record, platform: account.identity.platformName, name: account.identity.name,
            masterAdministration: Set(administrators.map { people[$0]?.roles ?? "" }).sorted(),
            approvedPosters: posters.map { people[$0]?.name ?? $0.rawValue }.sorted(), opened: opened, closed: closed,
            status: account.status,
            address: address)
    }
}

extension Office {
    /// The account's password, once its reveal has been put on the record.
    ///
    /// - Parameter outcome: of a `reveal` that this caller has just given.
    package func revealedPassword(_ outcome: Outcome, as caller: Caller) async throws(OfficeError) -> String {
        do {
            let account = try Drawer<Account>.read(outcome.state)
            let history = try await ledger.history(caller.school, outcome.record.description)
            guard let open = account.openAccount, let last = history.last(where: { $0.type == "account.revealed" }),
                last.stamp.actor == caller.person.rawValue, last.revision == outcome.revision
            else { throw Refusal.notFound }
            return try ledger.vault.open(
                open.custody.sealedSecret, context: Office.vaultContext(caller.school, outcome.record))
        } catch {
            throw OfficeError(error)
        }
    }
}
