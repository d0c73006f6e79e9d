package import Ledger
import Policy
import Records

extension Office {
    /// What a list of pupils would change. Nothing is recorded.
    package func previewRoll(_ text: String, as caller: Caller) async throws(OfficeError) -> (
        sheet: RollSheet, changes: RollChanges
    ) {
        do {
            try requireRollKeeper(caller)
            return try await rollChanges(text, in: try await setting(caller.school))
        } catch {
            throw OfficeError(error)
        }
    }

    /// Carries out everything that a list changes, in one append, or nothing while any line is at fault.
    ///
    /// - Parameter leavers: those who are on the roll and not on the list are recorded as having left today.
    /// - Returns: how many pupils were added, changed or have left; 0 when nothing had to change.
    package func importRoll(_ text: String, leavers: Bool, cause: String, as caller: Caller) async throws(OfficeError)
        -> Int
    {
        do {
            try requireRollKeeper(caller)
            return try await importRoll(text, leavers: leavers, cause: cause, as: caller, isReaction: false)
        } catch {
            throw OfficeError(error)
        }
    }

    /// What the installation itself may do, at the terminal.
    package func previewRoll(_ text: String, in school: LogID) async throws -> (sheet: RollSheet, changes: RollChanges)
    {
        try await rollChanges(text, in: try await setting(school))
    }

    package func importRoll(_ text: String, leavers: Bool, to school: LogID) async throws(OfficeError) -> Int {
        do {
            let installation = Caller(school: school, person: .office, name: "", email: "", givenRoles: [])
            return try await importRoll(text, leavers: leavers, cause: newID(), as: installation, isReaction: true)
        } catch {
            throw OfficeError(error)
        }
    }

    private func rollChanges(_ text: String, in setting: SchoolSetting) async throws -> (
        sheet: RollSheet, changes: RollChanges
    ) {
        let today = now().londonDay
        let sheet = RollSheet(text, today: today)
        let here = try await roll(setting.id).pupils.values.filter { !$0.hasLeft }.sorted { $0.id < $1.id }
        return (sheet, RollChanges(sheet, roll: here, terms: setting.pack.imageConsent, today: today))
    }

    private func importRoll(_ text: String, leavers: Bool, cause: String, as caller: Caller, isReaction: Bool)
        async throws -> Int
    {
        let setting = try await setting(caller.school)
        let (_, changes) = try await rollChanges(text, in: setting)
        guard changes.faults.isEmpty else {
            throw Refusal.incomplete(changes.faults.map { FieldProblem("sheet", $0.text) })
        }
        let today = now().londonDay
        var transaction = Transaction(
            office: self, school: caller.school, actor: caller.person, now: now(), setting: setting)
        func carryOut(_ command: Pupil.Command, on pupil: PupilID) async throws {
            try await transaction.carryOut(
                Drawer<Pupil>.intent(command), on: RecordID(.pupil, pupil.rawValue), isReaction: isReaction)
        }
        for entry in changes.new {
            let id = PupilID(namedRecord(.pupil, by: "\(cause) \(entry.line)").key)
            try await carryOut(.join(id, entry.particulars, on: today), on: id)
            if !entry.parents.isEmpty { try await carryOut(.nameParents(entry.parents), on: id) }
            if let leaving = entry.leaving { try await carryOut(.setLeaving(leaving), on: id) }
            if !entry.consents.isEmpty {
                try await carryOut(RollChanges.record(entry, entry.consents, today), on: id)
            }
        }
        for (pupil, command) in changes.commands { try await carryOut(command, on: pupil) }
        if leavers { for (pupil, _) in changes.absent { try await carryOut(.leave(on: today), on: pupil) } }
        guard !transaction.isEmpty else { return 0 }
        _ = try await isAppended(transaction, cause: cause, mayRetry: false)
        // Those of whom something was taken back: what was published with them meanwhile goes too.
        let touched = Set(changes.commands.map(\.pupil)).union(leavers ? changes.absent.map(\.pupil) : [])
        for pupil in touched {
            let (_, state) = transaction.outcome(of: RecordID(.pupil, pupil.rawValue))
            try await takeDown(state, in: setting, as: caller.person, cause: cause)
        }
        return changes.new.count + Set(changes.commands.map(\.pupil)).count + (leavers ? changes.absent.count : 0)
    }

    private func requireRollKeeper(_ caller: Caller) throws(Refusal) {
        guard !caller.roles.isDisjoint(with: Desk.keepers) else {
            throw .notAuthorised(reason: "You may not change the roll.", whoMay: Desk.keepers)
        }
    }
}
