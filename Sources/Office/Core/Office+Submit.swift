import Ledger
import Policy
package import Records

/// A command as a page, the API or the terminal sends it: a form's name and what was filled in.
package struct Submission: Sendable {
    package var record: RecordID
    package var command: String
    package var input: Input
    /// The revision on the page that was filled in; nil where the sender takes whatever stands now.
    package var expected: Int64?
    package var cause: String

    package init(record: RecordID, command: String, input: Input, expected: Int64?, cause: String) {
        self.record = record
        self.command = command
        self.input = input
        self.expected = expected
        self.cause = cause
    }
}

extension Office {
    /// Validates what was filled in, seals what is secret, and carries the command out.
    package func submit(_ submission: Submission, as caller: Caller) async throws(OfficeError) -> Outcome {
        do {
            let setting = try await setting(caller.school)
            let drawer = Cabinet.drawer(submission.record.kind)
            let loaded = try await visible(submission.record, to: caller)
            let isNew = loaded == nil
            if isNew, submission.expected ?? 0 != 0 || !submission.record.isFitForNew { throw Refusal.notFound }
            // A new record has no history to look at: a form sent twice is known by the record it has made already.
            if let loaded, submission.expected == 0 {
                return try await alreadyMade(submission, loaded, caller)
            }
            let desk = try await desk(for: caller, in: setting, about: loaded)
            guard let form = drawer.forms(at: desk).first(where: { $0.name == submission.command }) else {
                throw Refusal.notFound
            }
            let people = try await formPeople(caller.school, state: loaded?.state, kind: submission.record.kind)
            var answers = try form.answers(to: submission.input, people: people)
            for field in form.fields where field.kind == .secret && !answers.text(field.name).isEmpty {
                answers = answers.replacing(
                    field.name,
                    by: try ledger.vault.seal(
                        secret: answers.text(field.name), context: Office.vaultContext(caller.school, submission.record)
                    ))
            }
            for field in form.fields {
                guard case .document = field.kind else { continue }
                answers = answers.replacing("\(field.name).hash", by: Digest.hex(of: answers.text(field.name)))
            }
            // What belongs to one person is keyed by that person.
            answers = answers.replacing("id", by: submission.record.key)
            try await refuseTakenAddress(answers, submission, in: caller.school)
            answers = try await askingPlatform(answers, submission, at: desk, state: loaded?.state, in: setting)
            let outcome = try await perform(
                try drawer.intent(submission.command, answers, at: desk), on: submission.record, in: setting,
                as: caller.person,
                expected: submission.expected, cause: submission.cause)
            // What is to be published at once does not wait for the next round.
            if submission.record.kind == .post { try await publish(submission.record, in: caller.school) }
            return outcome
        } catch {
            throw OfficeError(error)
        }
    }

    private func alreadyMade(_ submission: Submission, _ loaded: Loaded, _ caller: Caller) async throws -> Outcome {
        let history = try await ledger.history(caller.school, submission.record.description)
        guard history.contains(where: { $0.stamp.cause == submission.cause }) else { throw Refusal.superseded }
        return Outcome(
            record: submission.record, revision: loaded.row.revision, state: loaded.state, wasDoneBefore: true,
            changedNothing: true)
    }

    /// The record, if it exists and the caller is among its audience.
    func visible(_ record: RecordID, to caller: Caller) async throws -> Loaded? {
        guard let loaded = try await ledger.load(caller.school, record.description) else { return nil }
        guard !Set(loaded.audience).isDisjoint(with: caller.tokens) else { throw Refusal.notFound }
        return loaded
    }

    /// - Parameter record: what is asked about, where nothing is on record of it yet.
    func desk(
        for caller: Caller, in setting: SchoolSetting, about loaded: Loaded?, on record: RecordID? = nil
    ) async throws -> Desk {
        var transaction = Transaction(
            office: self, school: setting.id, actor: caller.person, now: now(), setting: setting)
        var concerned = Concerned()
        concerned.record = record
        if let loaded, let record = RecordID(loaded.row.record) { concerned = try Concerned(record, loaded.state) }
        return try await transaction.desk(for: concerned, isReaction: false)
    }

    /// Two people cannot sign in with one e-mail address.
    private func refuseTakenAddress(_ answers: Answers, _ submission: Submission, in school: LogID) async throws {
        guard submission.record.kind == .person, ["join", "correct"].contains(submission.command) else { return }
        let taken = try await person(withEmail: answers.text("email"), in: school)
        guard let taken, taken.record != submission.record.description else { return }
        throw Refusal.incomplete([
            FieldProblem("email", "\(taken.title) has this e-mail address already. Enter another")
        ])
    }

    /// The person who is here under an e-mail address.
    func person(withEmail email: String, in school: LogID) async throws -> RecordRow? {
        let query = RecordQuery(
            kind: Kind.person.rawValue, statuses: ["here"], facets: [Facet("email", email.trimmed.lowercased())],
            audience: nil, limit: 1)
        return try await ledger.records(school, matching: query).rows.first
    }

    static func vaultContext(_ school: LogID, _ record: RecordID) -> String { "\(school)/\(record)" }

    func formPeople(_ school: LogID, state: [UInt8]?, kind: Kind) async throws -> FormPeople {
        var known: Set<PersonID> = []
        for record in try await allRecords(
            school, RecordQuery(kind: Kind.person.rawValue, statuses: ["here"], audience: nil))
        {
            known.insert(PersonID(record.key))
        }
        var each: [PersonID] = []
        if kind == .account, let account = try state.map(Drawer<Account>.read)?.openAccount { each = account.people }
        return FormPeople(known: known, each: each)
    }
}

extension RecordID {
    /// Names of new accounts, people and the like are random and long: a short one could hide a page such as `accounts/log`.
    fileprivate var isFitForNew: Bool {
        switch kind {
        case .account, .person, .edition, .answer, .judgement, .pupil, .post, .picture: key.utf8.count >= 10
        case .school, .declaration, .training, .takedown: true
        }
    }
}
