import HTML
import Office
import Policy
import Records

/// Where a post is sent for approval: what must be mended first, and a word why for every warning.
enum PostSubmitPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (record, detail) = try await open(visit, caller)
        return .page(page(visit, record, detail, input: Input(), revision: detail.revision, once: visit.office.newID()))
    }

    @Sendable static func submit(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (record, _) = try await open(visit, caller)
        var input = visit.form
        let lines = visit.form.values.filter { $0.key.hasPrefix("why.") }.sorted { $0.key < $1.key }.map {
            name, values in
            let why = (values.first ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
            return "\(name.dropFirst(4)): \(why)"
        }
        if !lines.isEmpty { input.values["confirmations"] = [lines.joined(separator: "\n")] }
        do {
            let outcome = try await visit.office.submit(
                Submission(
                    record: record, command: "submit", input: input, expected: Int64(visit.form["revision"]) ?? 0,
                    cause: String(visit.form["once"].prefix(64))), as: caller)
            let notice: Notice = outcome.wasDoneBefore ? .before : .recorded
            return .redirect(visit.url("\(record.pagePath)?done=\(notice.rawValue)"))
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            let problems: [FieldProblem]
            switch refusal {
            case .incomplete(let found): problems = found
            case .wrongState(let text): problems = [FieldProblem("", text)]
            case .superseded:
                problems = [
                    FieldProblem(
                        "", "Somebody changed this post meanwhile. Look at it as it now stands, then send it again")
                ]
            case .notAuthorised, .notFound: throw refusal
            }
            let (_, fresh) = try await open(visit, caller)
            let revision = refusal == .superseded ? fresh.revision : Int64(visit.form["revision"]) ?? fresh.revision
            let page = page(
                visit, record, fresh, input: visit.form, revision: revision,
                once: refusal == .superseded ? visit.office.newID() : visit.form["once"], problems: problems)
            return refusal == .superseded ? .overtaken(page) : .wrong(page)
        }
    }

    private static func open(_ visit: Visit, _ caller: Caller) async throws -> (RecordID, RecordDetail<Post>) {
        guard let record = RecordID("post/\(visit.parameter("key"))") else { throw Refusal.notFound }
        let detail = try await visit.office.detail(Post.self, record, as: caller)
        guard detail.available.contains(where: { $0.name == "submit" }) else {
            throw Refusal.wrongState("This post cannot be sent for approval now, or not by you.")
        }
        return (record, detail)
    }

    private static func page(
        _ visit: Visit, _ record: RecordID, _ detail: RecordDetail<Post>, input: Input, revision: Int64, once: String,
        problems: [FieldProblem] = []
    ) -> PageShell {
        let post = detail.state
        let remarks = PostPage.shown(PostPage.remarks(post, detail.desk), visit, detail.desk.pupils)
        let warnings = remarks.filter { $0.severity == .warning }
        let stops = remarks.filter { $0.severity == .stop }
        let tooMuch = post.limitProblems(at: detail.desk).map(\.message)
        let mayGo = stops.isEmpty && tooMuch.isEmpty
        return visit.page(
            "Send it for approval",
            crumbs: [Link("Posts", visit.url("/posts")), Link(post.title, visit.url(record.pagePath))],
            hasProblems: !problems.isEmpty
        ) {
            ErrorSummary(
                problems.map {
                    ErrorSummary.Item($0.message, field: $0.field.hasPrefix("why.") ? $0.field : nil)
                })
            PageHeading(
                "Send it for approval",
                lead: mayGo
                    ? "Whoever approves sees exactly these words and pictures. Any change after that starts it again."
                    : "It cannot be sent as it is.")
            if !mayGo {
                h2 { "What must be mended first" }
                if !tooMuch.isEmpty {
                    ul(.class("remarks"), .role(.list)) {
                        for line in tooMuch {
                            li {
                                p {
                                    Tag("Must be mended", .bad)
                                    " "
                                    strong { "More than there is room for" }
                                }
                                p { "\(line)." }
                            }
                        }
                    }
                }
                if !stops.isEmpty {
                    RemarkList(remarks: stops, pack: visit.school.pack, policyPage: visit.url("/policy"))
                }
                ButtonLink("Change the post", visit.url(record.commandPath("save")))
                h2 { "How it would look" }
            }
            PostPreview(
                content: post.content, remarks: remarks, school: visit.school.name, desk: detail.desk,
                platforms: visit.office.platforms, link: visit.pictureLink)
            PostPictures(
                content: post.content, cards: detail.desk.pictures, pupils: detail.desk.pupils,
                link: visit.pictureLink)
            if remarks.isEmpty, tooMuch.isEmpty { p { "The checks find nothing." } }
            HTML.form(.class("form"), .action(visit.url(record.commandPath("submit"))), .method(.post), .novalidate()) {
                HiddenField("csrf", visit.token)
                HiddenField("record", record.key)
                HiddenField("revision", "\(revision)")
                HiddenField("once", once)
                if mayGo, !warnings.isEmpty { h2(.class("form-section")) { "What needs a word why" } }
                for (index, remark) in warnings.enumerated()
                where mayGo && warnings.firstIndex(of: remark) == index {
                    TextInput(
                        FieldTexts(
                            name: "why.\(remark.key)", label: "\(remark.kind.label): why may it stand?",
                            hint: "\(remark.says) \(remark.mend)",
                            problems: problems.filter { $0.field == "why.\(remark.key)" }.map(\.message)),
                        value: input["why.\(remark.key)"], size: .line(max: 300))
                }
                let others = remarks.filter { $0.severity != .stop && !(mayGo && $0.severity == .warning) }
                if !others.isEmpty {
                    h2(.class("form-section")) { "What else the checks find" }
                    RemarkList(remarks: others, pack: visit.school.pack, policyPage: visit.url("/policy"))
                }
                div(.class("buttons")) {
                    if mayGo { button(.class("button"), .type(.submit)) { "Send for approval" } }
                    Link(mayGo ? "Cancel" : "Back to the post", visit.url(record.pagePath))
                }
            }
        }
    }
}
