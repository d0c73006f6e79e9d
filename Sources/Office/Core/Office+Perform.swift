import Ledger
import Policy
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
        _ intent: Intent, on record: RecordID, in setting: SchoolSetting, as actor: PersonID, expected: Int64? = nil,
        cause: String, isReaction: Bool = false, prepared: PreparedKey? = nil
    ) async throws -> Outcome {
        var setting = setting
        var tries = 0
        while true {
            tries += 1
            var transaction = Transaction(office: self, school: setting.id, actor: actor, now: now(), setting: setting)
            let found = try await transaction.draft(record)
            if let done = try await doneBefore(record, found, in: setting, cause: cause, expected: expected) {
                return done
            }
            try await transaction.carryOut(intent, on: record, isReaction: isReaction)
            let after = transaction.outcome(of: record)
            guard !transaction.isEmpty else {
                return Outcome(
                    record: record, revision: found.expected, state: found.state ?? [], wasDoneBefore: false,
                    changedNothing: true)
            }
            if let prepared { transaction.prepared[record] = prepared }
            if try await isAppended(transaction, cause: cause, mayRetry: tries < 5) {
                if record.kind == .picture { await dropRemoved(record, after.state, in: setting) }
                if record.kind == .person {
                    try await seeOff(PersonID(record.key), in: setting, as: actor, cause: cause)
                }
                if record.kind == .pupil { try await takeDown(after.state, in: setting, as: actor, cause: cause) }
                return Outcome(
                    record: record, revision: after.revision, state: after.state, wasDoneBefore: false,
                    changedNothing: false)
            }
            // Somebody else's command came between: decide again on what stands now. Whether this record itself has
            // moved on from what its giver saw is found at the top.
            setting = try await self.setting(setting.id)
        }
    }

    /// The bytes of a picture go with the record's word that they went.
    private func dropRemoved(_ record: RecordID, _ state: [UInt8], in setting: SchoolSetting) async {
        guard let picture = try? Drawer<Picture>.read(state), picture.removal != nil else { return }
        await drop(picture.image, of: record, in: setting.id)
    }

    /// - Returns: false when a record had moved on meanwhile and there is another try.
    /// - Throws: `superseded` when there is not.
    func isAppended(_ transaction: Transaction, cause: String, mayRetry: Bool) async throws -> Bool {
        do {
            _ = try await ledger.append(transaction.append(cause: cause))
            return true
        } catch LedgerError.revisionTaken {
            guard mayRetry else { throw Refusal.superseded }
            return false
        }
    }

    /// What came of a command that was carried out already; nil for one that is still to be done.
    ///
    /// - Throws: `superseded` when somebody else has overtaken the page that it was given on.
    private func doneBefore(
        _ record: RecordID, _ found: Transaction.Draft, in setting: SchoolSetting, cause: String, expected: Int64?
    ) async throws -> Outcome? {
        if expected == found.expected { return nil }
        let history = found.expected == 0 ? [] : try await ledger.history(setting.id, record.description)
        guard history.contains(where: { $0.stamp.cause == cause }) else {
            guard expected == nil else { throw Refusal.superseded }
            return nil
        }
        return Outcome(
            record: record, revision: found.expected, state: found.state ?? [], wasDoneBefore: true,
            changedNothing: true)
    }

    /// Once somebody has left: forgets their sign-in, and notes it on what another command named them in meanwhile.
    /// From the moment of leaving nothing new can name them, so what is found now is all.
    private func seeOff(_ person: PersonID, in setting: SchoolSetting, as actor: PersonID, cause: String) async throws {
        let record = RecordID(.person, person.rawValue)
        guard let state = try await ledger.load(setting.id, record.description)?.state,
            let left = try Drawer<Person>.read(state).left
        else { return }
        try await forgetLogin(of: person, in: setting.id)
        for reaction in Reactions.follow(Person.Event.left(on: left), on: record, under: setting.pack) {
            for target in try await targets(of: reaction, in: setting.id) {
                _ = try await perform(
                    reaction.intent(target), on: target, in: setting, as: actor, cause: cause, isReaction: true)
            }
        }
    }

    /// Finds what another command published with a child while leave to show them was ending. From then on nothing new
    /// can be published with them, so what is found now is all. What is known already stays as it is.
    func takeDown(_ state: [UInt8], in setting: SchoolSetting, as actor: PersonID, cause: String) async throws {
        let pupil = try Drawer<Pupil>.read(state)
        let ended = pupil.endedPurposes
        guard !ended.isEmpty else { return }
        for reaction in Reactions.takeDown(pupil.id, ended) {
            for target in try await targets(of: reaction, in: setting.id) {
                _ = try await perform(
                    reaction.intent(target), on: target, in: setting, as: actor, cause: cause, isReaction: true)
            }
        }
    }
}
