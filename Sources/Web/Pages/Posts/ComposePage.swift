import HTML
import HTTPTypes
import Ledger
import Office
import Policy
import Records

/// Where a post is written: words, accounts and pictures, with what the checks find. Saved at a button, and by scripts
/// while it is written.
enum ComposePage {
    @Sendable static func new(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let desk = try await ComposeDesk(visit, caller, record: RecordID(.post, visit.office.newID()), detail: nil)
        if desk.accounts.isEmpty { return .page(try await NoAccountPage.page(desk)) }
        return .page(try await page(desk, input: desk.begun, revision: 0, once: visit.office.newID()))
    }

    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let desk = try await ComposeDesk.open(visit, caller)
        return .page(
            try await page(desk, input: desk.begun, revision: desk.detail?.revision ?? 0, once: visit.office.newID()))
    }

    @Sendable static func create(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        guard let record = RecordID("post/\(visit.form["record"])") else { throw Refusal.notFound }
        return try await save(
            try await ComposeDesk(visit, caller, record: record, detail: nil), command: "start")
    }

    @Sendable static func change(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        try await save(try await ComposeDesk.open(visit, caller), command: "save")
    }

    private static func save(_ desk: ComposeDesk, command: String) async throws -> Reply {
        let (visit, input) = (desk.visit, ComposeInput.folded(desk.visit.form))
        let step = visit.form["step"]
        let revision = Int64(visit.form["revision"]) ?? 0
        if step == "check" {
            return .page(
                try await page(desk, input: input, revision: revision, once: visit.form["once"], isChecked: true))
        }
        do {
            let outcome = try await visit.office.submit(
                Submission(
                    record: desk.record, command: command, input: input, expected: revision,
                    cause: String(visit.form["once"].prefix(64))), as: desk.caller)
            if step == "auto" { return try .encoded(Saved(outcome, at: visit.now)) }
            let path = desk.record.pagePath
            if step == "submit" { return .redirect(visit.url("\(path)/submit")) }
            let notice: Notice =
                outcome.wasDoneBefore ? .before : outcome.changedNothing ? .unchanged : .recorded
            return .redirect(visit.url("\(path)?done=\(notice.rawValue)"))
        } catch {
            return try await again(error, desk, input, step: step)
        }
    }

    /// What a script is told of a draft that it saved.
    private struct Saved: Encodable {
        var saved: String
        var record: String
        var revision: Int64

        init(_ outcome: Outcome, at moment: Instant) {
            saved = London.local(moment).time.text
            record = outcome.record.key
            revision = outcome.revision
        }
    }

    /// Why a script's draft was not saved. What was typed stays in the page.
    private struct NotSaved: Encodable {
        var problem: String
    }

    /// The form as it was sent, with what is wrong; after somebody else's save, with how it differs from theirs.
    private static func again(_ error: any Error, _ desk: ComposeDesk, _ input: Input, step: String) async throws
        -> Reply
    {
        guard let error = error as? OfficeError, case .refused(let refusal) = error else { throw error }
        let visit = desk.visit
        switch refusal {
        case .incomplete(let problems):
            if step == "auto" {
                let first = problems.first?.message ?? "Something is missing"
                return try .encoded(NotSaved(problem: "Not saved yet: \(first)."), status: .unprocessableContent)
            }
            return .wrong(
                try await page(
                    desk, input: input, revision: Int64(visit.form["revision"]) ?? 0, once: visit.form["once"],
                    problems: problems))
        case .superseded:
            if step == "auto" {
                let problem =
                    "Somebody else changed this post meanwhile. What you typed is still here: save it to see both."
                return try .encoded(NotSaved(problem: problem), status: .conflict)
            }
            let fresh = try await ComposeDesk(
                visit, desk.caller, record: desk.record,
                detail: try await visit.office.detail(Post.self, desk.record, as: desk.caller))
            let problem = FieldProblem(
                "",
                "Somebody else changed this post while you were writing. Your words are below, with how they differ "
                    + "from theirs: take over what you want to keep of theirs, then save again")
            return .overtaken(
                try await page(
                    fresh, input: input, revision: fresh.detail?.revision ?? 0, once: visit.office.newID(),
                    problems: [problem], isOvertaken: true))
        case .notAuthorised, .wrongState, .notFound: throw refusal
        }
    }

    private static func page(
        _ desk: ComposeDesk, input: Input, revision: Int64, once: String, problems: [FieldProblem] = [],
        isChecked: Bool = false, isOvertaken: Bool = false
    ) async throws -> PageShell {
        let visit = desk.visit
        let content = ComposeInput.content(input)
        let checked = try await visit.office.preview(content, of: desk.record, as: desk.caller)
        let title = desk.detail == nil ? "Write a post" : "Change the post"
        let action = desk.detail == nil ? "/posts/new/start" : desk.record.commandPath("save")
        return visit.page(title, crumbs: desk.crumbs, hasProblems: !problems.isEmpty) {
            ErrorSummary(
                problems.map {
                    ErrorSummary.Item(
                        $0.message, field: $0.field.isEmpty ? nil : $0.field == "on" ? "on-day" : $0.field)
                })
            PageHeading(title, lead: "Nobody outside the school sees it before it is published.")
            if isOvertaken, let theirs = desk.detail?.state.content { differences(theirs, content) }
            div(.class("composing")) {
                HTML.form(
                    .class("form form-wide compose"), .action(visit.url(action)), .method(.post), .novalidate(),
                    .data("compose", "")
                ) {
                    HiddenField("csrf", visit.token)
                    HiddenField("record", desk.record.key)
                    HiddenField("revision", "\(revision)")
                    HiddenField("once", once)
                    ComposeFields(
                        desk: desk, input: input, content: content, problems: problems,
                        tally: checked.isEmpty
                            ? "" : tally(PostPage.shown(checked.remarks, visit, checked.desk.pupils)))
                    p(.class("hint compose-saved"), .id("compose-saved"), .aria(.live, "polite")) {}
                    div(.class("buttons")) {
                        button(.class("button"), .type(.submit), .name("step"), .value("submit")) {
                            "Save, and send for approval"
                        }
                        button(.class("button button-quiet"), .type(.submit), .name("step"), .value("save")) {
                            "Save the draft"
                        }
                        // Where scripts run it is checked as it is written.
                        button(
                            .class("button button-quiet"), .type(.submit), .name("step"), .value("check"),
                            .data("by-hand", "")
                        ) {
                            "Check it"
                        }
                        Link("Cancel", visit.url(desk.detail == nil ? "/posts" : desk.record.pagePath))
                    }
                }
                section(
                    .class("compose-check"), .id("compose-check"), .tabindex(0),
                    .aria(.label, "What the checks find, and how it will look")
                ) {
                    found(checked, content, visit)
                }
            }
        }
    }

    @MarkupBuilder private static func found(_ checked: PostPreviewed, _ content: PostContent, _ visit: Visit) -> Markup
    {
        let remarks = PostPage.shown(checked.remarks, visit, checked.desk.pupils)
        if checked.isEmpty {
            h2 { "What the checks find" }
            p {
                "Nothing is written yet. What you write is drawn here as it will look, and checked against the policy."
            }
        } else {
            h2(.id("compose-findings")) { "What the checks find" }
            if remarks.count > 1 { p(.class("hint")) { "\(tally(remarks))." } }
            RemarkList(remarks: remarks, pack: visit.school.pack, policyPage: visit.url("/policy"))
            h2 { "How it will look" }
            PostPreview(
                content: content, remarks: remarks, school: visit.school.name, desk: checked.desk,
                platforms: visit.office.platforms, link: visit.pictureLink)
            PostPictures(
                content: content, cards: checked.desk.pictures,
                pupils: visit.admits(.pupils) ? checked.desk.pupils : [:], link: visit.pictureLink)
        }
    }

    /// `7 findings, of which 2 must be mended`.
    private static func tally(_ remarks: [PostRemark]) -> String {
        if remarks.isEmpty { return "The checks find nothing" }
        let stops = remarks.filter { $0.severity == .stop }.count
        let findings = remarks.count == 1 ? "1 finding" : "\(remarks.count) findings"
        return stops == 0 ? findings : "\(findings), of which \(stops) must be mended"
    }

    @MarkupBuilder private static func differences(_ theirs: PostContent, _ mine: PostContent) -> Markup {
        let changes = LineChanges(from: theirs.asLines, to: mine.asLines)
        h2 { "How your post differs from it as it now stands" }
        if changes.lines.isEmpty {
            p { "It does not differ." }
        } else {
            ul(.class("line-changes"), .role(.list)) {
                for line in changes.lines.prefix(200) {
                    li(.class(line.isAdded ? "line-mine" : "line-theirs")) {
                        span { line.isAdded ? "Yours: " : "Theirs: " }
                        code { line.text }
                    }
                }
            }
        }
    }
}
