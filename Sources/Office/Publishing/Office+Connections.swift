import Ledger
import Policy
package import Records

extension Office {
    /// Where an account's posts go, with its secret opened. For the length of one call: it is kept nowhere.
    func destination(_ account: OpenAccount, _ record: RecordID, in school: LogID) throws -> Destination {
        guard let link = account.link else { return Destination(connection: .byHand, secret: "") }
        guard link.connection.needsSecret else { return Destination(connection: link.connection, secret: "") }
        let secret = try ledger.vault.open(link.sealedSecret, context: Office.vaultContext(school, record))
        return Destination(connection: link.connection, secret: secret.trimmed)
    }

    /// Signs in at the platform and says whose account it is. For those who may connect it; changes nothing.
    ///
    /// - Throws: `.wrongState` with the platform's reason in words.
    package func testConnection(
        of record: RecordID, as caller: Caller
    ) async throws(OfficeError) -> AccountHolder {
        do {
            let detail = try await detail(Account.self, record, as: caller)
            guard detail.available.contains(where: { $0.name == "connect" }), let open = detail.state.openAccount else {
                throw Refusal.notAuthorised(
                    reason: "You may not test this account’s connection.",
                    whoMay: detail.desk.pack.process.accountCreators.value)
            }
            return try await connecting.holder(of: try destination(open, record, in: caller.school))
        } catch {
            if let failure = error as? DeliveryFailure { throw .refused(.wrongState(failure.words)) }
            throw OfficeError(error)
        }
    }
}

extension DeliveryFailure {
    /// What to tell the people of the school.
    package var words: String {
        switch self {
        case .temporary(let reason, _), .permanent(let reason), .signInRefused(let reason): reason
        case .notConnected: "This account is not connected to a platform: its posts are put up by hand, or in the feed."
        case .tooLong(let limit): "The post is longer than the \(limit) characters that the platform takes."
        case .tooManyPictures(let limit): "The post has more than the \(limit) pictures that the platform takes."
        }
    }
}
