package import Ledger
package import Policy
package import Records

/// What came of a command.
package struct Outcome: Sendable {
    package let record: RecordID
    package let revision: Int64
    /// The record's state after it, encoded.
    package let state: [UInt8]
    /// The same command had been carried out before: nothing was done again.
    package let wasDoneBefore: Bool
    /// Nothing had to change.
    package let changedNothing: Bool
}

extension Office {
    /// Carries out a command, with everything that follows from it, in one append.
    ///
    /// - Parameter expected: the revision that its giver looked at; nil to decide on whatever stands now.
    /// - Parameter cause: names the command, so that the same one sent twice is carried out once.
    func perform(
        _ intent: Intent, on record: RecordID, in setting: SchoolSetting, as actor: PersonID, roles: Set<Role>, expected: Int64? = nil,
        cause: String, isReaction: Bool = false
    ) async throws -> Outcome {
        var tries = 0
        while true {
            tries += 1
            var transaction = Transaction(
                office: self, school: setting.id, actor: actor, roles: roles, now: now(), setting: setting)
            let found = try await transaction.draft(record)
            if let expected, expected != found.expected {
                return try await settleStale(record, found, in: setting, cause: cause)
            }
            try await transaction.carryOut(intent, on: record, isReaction: isReaction)
            let after = transaction.outcome(of: record)
            guard !transaction.isEmpty else {
                return Outcome(record: record, revision: found.expected, state: found.state ?? [], wasDoneBefore: false, changedNothing: true)
            }
            if try await isAppended(transaction, cause: cause, mayRetry: tries < 5) {
                return Outcome(record: record, revision: after.revision, state: after.state, wasDoneBefore: false, changedNothing: false)
            }
            // Somebody else's command came between: decide again on what stands now. Whether this record itself has
            // moved on from what its giver saw is found at the top.
        }
    }

    /// - Returns: false when a record had moved on meanwhile and there is another try.
    func isAppended(_ transaction: Transaction, cause: String, mayRetry: Bool) async throws(LedgerError) -> Bool {
        do {
            _ = try await ledger.append(transaction.append(cause: cause))
            return true
        } catch {
            if case .revisionTaken = error, mayRetry { return false }
            throw error
        }
    }

    /// A page that is out of date: sent twice, or overtaken by somebody else.
    private func settleStale(
        _ record: RecordID, _ found: Transaction.Draft, in setting: SchoolSetting, cause: String
    ) async throws -> Outcome {
        let history = found.expected == 0 ? [] : try await ledger.history(setting.id, record.description)
        guard history.contains(where: { $0.stamp.cause == cause }) else { throw Refusal.superseded }
        return Outcome(record: record, revision: found.expected, state: found.state ?? [], wasDoneBefore: true, changedNothing: true)
    }
}
