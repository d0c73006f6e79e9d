import HTML
import Office
import Policy
import Records

/// The page of any command of any kind: shown, validated and carried out from the one description of its form.
enum CommandPage {
    /// - Parameter command: nil for the one that the address names.
    @Sendable static func show(_ visit: Visit, _ caller: Caller, _ kind: Kind, _ command: String? = nil) async throws
        -> Reply
    {
        let record = try record(visit, kind)
        let open = try await visit.office.openForm(command ?? visit.parameter("command"), on: record, as: caller)
        return .page(
            try await page(
                visit, caller, record, open, input: begun(open, visit), revision: open.revision,
                once: visit.office.newID()))
    }

    @Sendable static func submit(_ visit: Visit, _ caller: Caller, _ kind: Kind, _ command: String? = nil) async throws
        -> Reply
    {
        let isNew = visit.parameter("key") == "new"
        guard let record = isNew ? RecordID("\(kind.rawValue)/\(visit.form["record"])") : try? record(visit, kind)
        else { throw Refusal.notFound }
        let command = command ?? visit.parameter("command")
        let revision = Int64(visit.form["revision"]) ?? 0
        let once = String(visit.form["once"].prefix(64))
        do {
            let outcome = try await visit.office.submit(
                Submission(record: record, command: command, input: visit.form, expected: revision, cause: once),
                as: caller)
            return try await after(outcome, command, visit, caller)
        } catch let error as OfficeError {
            return try await again(visit, caller, record, command, error)
        }
    }

    /// Commands on the school as a whole that are given from the calendar of posts, and end there.
    private static let ofCalendar: Set = ["addBlackout", "removeBlackout"]
    private static let calendar = "/posts/calendar"

    /// What follows a command that was carried out: usually the record's page, with a word of what was done.
    private static func after(_ outcome: Outcome, _ command: String, _ visit: Visit, _ caller: Caller) async throws
        -> Reply
    {
        if outcome.record.kind == .account, command == "reveal" {
            return .page(
                RevealedPage.page(
                    visit, outcome.record, secret: try await visit.office.revealedPassword(outcome, as: caller)))
        }
        let notice: Notice = outcome.wasDoneBefore ? .before : outcome.changedNothing ? .unchanged : .recorded
        let page = ofCalendar.contains(command) ? calendar : outcome.record.pagePath
        return .redirect(visit.url("\(page)?done=\(notice.rawValue)"))
    }

    /// The form again, filled in as it was sent, with what is wrong; a stale one says what has changed meanwhile.
    private static func again(
        _ visit: Visit, _ caller: Caller, _ record: RecordID, _ command: String, _ error: OfficeError
    ) async throws -> Reply {
        guard case .refused(let refusal) = error else { throw error }
        let problems: [FieldProblem]
        switch refusal {
        case .incomplete(let found): problems = found
        case .superseded:
            problems = [
                FieldProblem(
                    "",
                    "Somebody changed this while you were filling it in. Check it against the record as it now stands, then send it again"
                )
            ]
        case .wrongState(let text): problems = [FieldProblem("", text)]
        case .notAuthorised, .notFound: throw refusal
        }
        let open: Office.OpenForm
        do {
            open = try await visit.office.openForm(command, on: record, as: caller)
        } catch OfficeError.refused(.notFound) {
            throw Refusal.notFound
        } catch {
            throw refusal
        }
        // A stale page is shown with the revision that stands now: sent again, it is sent with open eyes.
        let revision = refusal == .superseded ? open.revision : Int64(visit.form["revision"]) ?? open.revision
        let page = try await page(
            visit, caller, record, open, input: visit.form, revision: revision, once: visit.form["once"],
            problems: problems)
        return refusal == .superseded ? .overtaken(page) : .wrong(page)
    }

    /// What a form begins with: for a new record also what the address says, such as the facts of a question.
    private static func begun(_ open: Office.OpenForm, _ visit: Visit) -> Input {
        guard open.revision == 0 else { return open.prefill }
        return Input(open.prefill.values.merging(visit.query.values.filter { open.form.field($0.key) != nil }) { $1 })
    }

    private static func record(_ visit: Visit, _ kind: Kind) throws -> RecordID {
        let key = visit.parameter("key")
        let text =
            key == "new"
            ? "\(kind.rawValue)/\(kind.keyPrefix)\(visit.office.newID())" : "\(kind.rawValue)/\(key)"
        guard let record = RecordID(text) else { throw Refusal.notFound }
        return record
    }

    private static func page(
        _ visit: Visit, _ caller: Caller, _ record: RecordID, _ open: Office.OpenForm, input: Input, revision: Int64,
        once: String,
        problems: [FieldProblem] = []
    ) async throws -> PageShell {
        let key = open.revision == 0 && record.kind != .training ? "new" : record.key
        let back =
            ofCalendar.contains(open.form.name)
            ? calendar
            : open.revision == 0 && key == "new"
                ? record.kind == .edition ? "/policy/drafts" : "/\(record.kind.path)" : record.pagePath
        let context =
            AskedRows.rows(visit, open.form, input) + (try await context(visit, caller, record, open))
        let above = try await drawn(visit, caller, record, open)
        var form = FormPage(
            open.form, action: visit.url("/\(record.kind.path)/\(key)/\(open.form.name)"), input: input,
            problems: problems,
            hidden: [
                HiddenField("csrf", visit.token), HiddenField("record", record.key),
                HiddenField("revision", "\(revision)"),
                HiddenField("once", once),
            ],
            people: open.people.map { PersonOption(id: $0.id.rawValue, name: $0.name, detail: $0.detail) },
            each: open.each.map { PersonOption(id: $0.id.rawValue, name: $0.name, detail: $0.detail) },
            cancel: Link("Cancel", visit.url(back)), context: context, above: above)
        form.offersAll = record.kind == .pupil
        return visit.page(open.form.title, crumbs: crumbs(visit, record, open, back), hasProblems: !problems.isEmpty) {
            form
        }
    }

    /// The thing itself, where a decision is of what can be looked at.
    private static func drawn(_ visit: Visit, _ caller: Caller, _ record: RecordID, _ open: Office.OpenForm)
        async throws -> Markup
    {
        guard record.kind == .post, open.revision > 0 else { return Markup() }
        return PostPage.drawn(try await visit.office.detail(Post.self, record, as: caller), visit)
    }

    private static func crumbs(_ visit: Visit, _ record: RecordID, _ open: Office.OpenForm, _ back: String) -> [Link] {
        switch record.kind {
        case .account:
            [Link("Accounts", visit.url("/accounts"))] + (open.title.isEmpty ? [] : [Link(open.title, visit.url(back))])
        case .person:
            [Link("People", visit.url("/people"))] + (open.title.isEmpty ? [] : [Link(open.title, visit.url(back))])
        case .declaration, .training: [Link("People", visit.url("/people")), Link("Their page", visit.url(back))]
        case .school where ofCalendar.contains(open.form.name):
            [Link("Posts", visit.url("/posts")), Link("Calendar", visit.url(calendar))]
        case .school: [Link("Policy", visit.url("/policy"))]
        case .answer: AnswerPage.crumbs(visit) + (open.title.isEmpty ? [] : [Link(open.title, visit.url(back))])
        case .judgement: JudgementPage.crumbs(visit) + (open.title.isEmpty ? [] : [Link(open.title, visit.url(back))])
        case .post:
            [Link("Posts", visit.url("/posts"))] + (open.title.isEmpty ? [] : [Link(open.title, visit.url(back))])
        case .picture:
            [Link("Pictures", visit.url("/pictures"))] + (open.title.isEmpty ? [] : [Link(open.title, visit.url(back))])
        case .pupil:
            [Link("Pupils", visit.url("/pupils"))] + (open.title.isEmpty ? [] : [Link(open.title, visit.url(back))])
        case .takedown:
            [Link("Takedowns", visit.url("/takedowns"))]
                + (open.title.isEmpty ? [] : [Link(open.title, visit.url(back))])
        case .edition:
            [Link("Policy", visit.url("/policy")), Link("Drafts", visit.url("/policy/drafts"))]
                + (open.title.isEmpty ? [] : [Link(open.title, visit.url(back))])
        }
    }

    /// What a decision rests on stands above its form.
    private static func context(_ visit: Visit, _ caller: Caller, _ record: RecordID, _ open: Office.OpenForm)
        async throws -> [SummaryRow]
    {
        guard open.revision > 0 else { return [] }
        switch record.kind {
        case .account:
            let detail = try await visit.office.detail(Account.self, record, as: caller)
            return AccountPage.brief(detail.state, Names(try await visit.office.directory(visit.id)))
        case .person: return [SummaryRow("Person", open.title)]
        case .picture: return [SummaryRow("Picture", open.title)]
        case .pupil: return [SummaryRow("Pupil", open.title)]
        case .takedown: return [SummaryRow("Post", open.title)]
        case .declaration:
            return [
                SummaryRow(
                    "Policy", "\(visit.school.pack.policy.title), edition \(visit.school.pack.edition)",
                    action: Link("Read the policy", visit.url("/policy")))
            ]
        case .edition:
            let path = visit.url("\(record.pagePath)/impact")
            return [SummaryRow("Draft", open.title, action: Link("See what changes", path))]
        case .judgement:
            let detail = try await visit.office.detail(Judgement.self, record, as: caller)
            return JudgementPage.brief(detail.state, Names(try await visit.office.directory(visit.id)))
        case .post:
            let detail = try await visit.office.detail(Post.self, record, as: caller)
            return PostPage.context(detail, Names(try await visit.office.directory(visit.id)), visit)
        case .training, .school, .answer: return []
        }
    }
}

/// Shown once, after the reveal stands on the record. Never cached.
enum RevealedPage {
    static func page(_ visit: Visit, _ record: RecordID, secret: String) -> PageShell {
        visit.page("The password", crumbs: [Link("Accounts", visit.url("/accounts"))]) {
            PageHeading(
                "The password",
                lead:
                    "It is on the record that you have seen it. Leave this page when you are done; it is not kept here."
            )
            pre(.class("secret"), .tabindex(0), .role(.region), .aria(.label, "The password")) { secret }
            ButtonLink("Back to the account", visit.url(record.pagePath))
        }
    }
}
