import Ledger
import Policy
package import Records

/// An account that is open, and who runs it.
package struct PostAccount: Sendable, Equatable {
    package let card: AccountCard
    /// This person may write for it by the policy.
    package let mayWrite: Bool
}

extension Office {
    /// The school's open accounts that somebody sees, by title, each with whether a post for it is theirs to write.
    package func openAccounts(as caller: Caller) async throws(OfficeError) -> [PostAccount] {
        do {
            let pack = try await setting(caller.school).pack
            let mayForAll = pack.posts.writers == .employees && caller.roles.contains(where: \.isEmployee)
            let open = try await list(
                RecordQuery(
                    kind: Kind.account.rawValue, statuses: [Account.Status.open.rawValue], audience: [], limit: 200),
                as: caller)
            var accounts: [PostAccount] = []
            for row in open.rows {
                guard let id = RecordID(row.record) else { continue }
                let card = try await detail(Account.self, id, as: caller).state.card(id.key, on: platforms)
                accounts.append(
                    PostAccount(card: card, mayWrite: mayForAll || card.operators.contains(caller.person)))
            }
            return accounts
        } catch {
            throw OfficeError(error)
        }
    }
}
