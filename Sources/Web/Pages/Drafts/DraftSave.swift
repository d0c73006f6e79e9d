import HTML
import Office
import Policy
import Records

/// Saving a part of a draft from a form: once, on the revision that the form was opened on, with nothing lost.
struct DraftSave {
    let visit: Visit
    let caller: Caller
    let draft: DraftDetail

    /// A draft whose text can be changed part by part.
    ///
    /// - Throws: `.wrongState` for one that was discarded.
    static func open(_ visit: Visit, _ caller: Caller) async throws -> (save: DraftSave, pack: Pack?) {
        let draft = try await visit.office.draft(visit.parameter("key"), as: caller)
        guard !draft.edition.isDiscarded else { throw Refusal.wrongState("This draft was discarded.") }
        return (DraftSave(visit: visit, caller: caller, draft: draft), draft.pack)
    }

    var path: String { draft.detail.record.pagePath }
    func url(_ more: String) -> String { visit.url("\(path)\(more)") }

    /// What every form of a part carries.
    func hidden(revision: Int64? = nil, once: String? = nil) -> [HiddenField] {
        visit.hidden + [
            HiddenField("revision", "\(revision ?? draft.detail.revision)"),
            HiddenField("once", once ?? visit.office.newID()),
        ]
    }

    /// The hidden part of a form that comes back with problems.
    var hiddenAgain: [HiddenField] { hidden(revision: revision, once: once) }
    private var revision: Int64 { Int64(visit.form["revision"]) ?? 0 }
    private var once: String { String(visit.form["once"].prefix(64)) }

    /// - Parameter again: the form as it was sent, with what is wrong; its hidden part is given along.
    func save(
        note: String, to place: String = "", edit: () throws -> Pack,
        again: ([FieldProblem], [HiddenField]) throws -> PageShell
    ) async throws -> Reply {
        do {
            if try await visit.office.isDone(once, on: draft.detail.record, as: caller) { return done(.before, place) }
            guard revision == draft.detail.revision else { throw Refusal.superseded }
            let outcome = try await visit.office.save(
                try edit(), note: note, in: draft, expected: revision, cause: once, as: caller)
            return done(outcome.wasDoneBefore ? .before : outcome.changedNothing ? .unchanged : .savedInDraft, place)
        } catch {
            return try answer(to: error, again)
        }
    }

    private func done(_ notice: Notice, _ place: String) -> Reply {
        .redirect(url("\(place)?done=\(notice.rawValue)"))
    }

    private func answer(
        to error: any Error, _ again: ([FieldProblem], [HiddenField]) throws -> PageShell
    ) throws -> Reply {
        if let fault = error as? PackEditFault { return try answer(to: fault, again) }
        let refusal: Refusal
        if let office = error as? OfficeError, case .refused(let found) = office {
            refusal = found
        } else if let found = error as? Refusal {
            refusal = found
        } else {
            throw error
        }
        switch refusal {
        case .incomplete(let problems): return .wrong(try again(problems, hiddenAgain))
        case .superseded:
            let problem = FieldProblem(
                "",
                "Somebody saved this draft while you were filling this in. Your answers are below: check them against the draft as it now stands, then send them again"
            )
            return .overtaken(try again([problem], hidden()))
        case .notAuthorised, .wrongState, .notFound: throw refusal
        }
    }

    private func answer(
        to fault: PackEditFault, _ again: ([FieldProblem], [HiddenField]) throws -> PageShell
    ) throws -> Reply {
        switch fault {
        case .missing: throw Refusal.notFound
        case .notInPlace:
            let problem = FieldProblem(
                "", "The file has this in a form that cannot be changed here. Change it in the text instead")
            return .wrong(try again([problem], hiddenAgain))
        case .refused(let errors):
            return .wrong(try again(errors.errors.map { FieldProblem("", $0.message) }, hiddenAgain))
        }
    }
}
