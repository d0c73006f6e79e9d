import HTML
import Office
import Policy
import Records

/// One post that must go: each place where it stands, and what is known of it there.
enum TakedownPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        guard let record = RecordID("takedown/\(visit.parameter("key"))") else { throw Refusal.notFound }
        let detail = try await visit.office.detail(Takedown.self, record, as: caller)
        let keeps = caller.keepsConsents(under: visit.school.pack)
        let takedown = keeps ? detail.state : detail.state.withoutPupils
        let names = Names(try await visit.office.directory(visit.id))
        let history = try await visit.office.history(record, as: caller)
        let mayMark = detail.available.contains { $0.name == "markGone" }
        let post = RecordID(.post, record.key)
        let seesPost = (try? await visit.office.detail(Post.self, post, as: caller)) != nil
        let cards = keeps ? try await visit.office.pupilNames(takedown.grounds.compactMap(\.pupil), as: caller) : [:]
        return .page(
            visit.page("Takedown", crumbs: crumbs(visit)) {
                PageHeading(
                    takedown.title, over: "Takedown", tag: tag(takedown.status.rawValue),
                    actions: detail.available.filter { $0.name != "markGone" }.map {
                        ButtonLink($0.title, visit.url(record.commandPath($0.name)), quiet: true)
                    }
                        + (seesPost
                            ? [ButtonLink("The post, to take it down", visit.url(post.pagePath), quiet: true)] : [])
                        + (keeps && takedown.status == .closed
                            ? [ButtonLink("Receipt", visit.url("\(record.pagePath)/receipt"))] : []))
                for duty in detail.duties {
                    TodayPage.card(duty.shownWhereItIsDone, visit, visit.now)
                }
                SummaryList(
                    takedown.grounds.map { ground in
                        SummaryRow(
                            "Asked for \(ground.at.londonDay.longText)", reason(ground, cards, names))
                    } + settled(takedown, names))
                h2 { "Where it stands" }
                for copy in takedown.copies { place(copy, record, mayMark: mayMark, visit, names) }
                h2 { "What has happened" }
                Timeline(history.reversed().map { $0.entry(names, visit) })
                if keeps { ProofLink(visit: visit, record: record) }
            }.telling(history, visit))
    }

    static func crumbs(_ visit: Visit) -> [Link] { [Link("Takedowns", visit.url("/takedowns"))] }

    static func tag(_ status: String) -> Tag {
        guard let status = Takedown.Status(rawValue: status) else { return Tag(status) }
        let tone: Tag.Tone =
            switch status {
            case .open: .waiting
            case .closed: .good
            case .setAside: .quiet
            }
        return Tag(status.label.capitalisedFirst, tone)
    }

    private static func reason(_ ground: Takedown.Ground, _ cards: [PupilID: String], _ names: Names) -> String {
        if let pupil = ground.pupil {
            return "\(cards[pupil] ?? "Somebody in it") may not be shown there any more"
        }
        return "\(ground.askedBy): \(ground.says)\nRecorded by \(names.name(ground.by))"
    }

    private static func settled(_ takedown: Takedown, _ names: Names) -> [SummaryRow] {
        switch takedown.phase {
        case .open:
            takedown.isOnlyByHand && !takedown.grounds.isEmpty
                ? [] : [SummaryRow("Why", "Somebody in this post may not be shown any more, so every copy must go.")]
        case .closed(let at): [SummaryRow("All gone", at.longText)]
        case .setAside(let reason, let by, let at):
            [SummaryRow("Stays", "\(reason)\n\(names.name(by)), \(at.longText)")]
        }
    }

    private static func place(
        _ copy: Takedown.Copy, _ record: RecordID, mayMark: Bool, _ visit: Visit, _ names: Names
    ) -> Markup {
        Markup {
            Panel(copy.place.accountName) {
                if !copy.place.address.isEmpty {
                    p { Link(copy.place.address, copy.place.address) }
                }
                if let gone = copy.gone {
                    p {
                        Tag("Gone", .good)
                        " \(gone.at.longText), \(names.name(gone.by)): \(gone.seen.label)\(gone.note.isEmpty ? "" : ". \(gone.note)")"
                    }
                } else {
                    p { Tag("Still there", .waiting) }
                    if mayMark {
                        ButtonLink(
                            "Record that it is gone from \(copy.place.accountName)",
                            visit.url("\(record.pagePath)/gone/\(copy.place.account)"), quiet: true)
                    }
                }
            }
        }
    }

    /// The form of one copy.
    @Sendable static func gone(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        guard let record = RecordID("takedown/\(visit.parameter("key"))") else { throw Refusal.notFound }
        let open = try await visit.office.openForm("markGone", on: record, as: caller)
        let detail = try await visit.office.detail(Takedown.self, record, as: caller)
        guard let copy = detail.state.standing.first(where: { $0.place.account == visit.parameter("account") }) else {
            throw Refusal.notFound
        }
        return .page(
            visit.page(open.form.title, crumbs: crumbs(visit)) {
                FormPage(
                    open.form, action: visit.url(record.commandPath("markGone")),
                    input: Input(["account": [copy.place.account]]),
                    hidden: [
                        HiddenField("csrf", visit.token), HiddenField("record", record.key),
                        HiddenField("revision", "\(open.revision)"), HiddenField("once", visit.office.newID()),
                    ],
                    cancel: Link("Cancel", visit.url(record.pagePath)),
                    context: [
                        SummaryRow("Post", detail.state.title),
                        SummaryRow("Account", copy.place.accountName),
                        SummaryRow("Address", copy.place.address.isEmpty ? "Not recorded" : copy.place.address),
                    ])
            })
    }

    /// What a parent is given once all copies are gone. It names no child.
    @Sendable static func receipt(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let lines = try await receiptLines(visit, caller)
        return .page(
            visit.page("Receipt", crumbs: crumbs(visit)) {
                PageHeading(
                    "What was taken down", over: visit.school.name,
                    lead: "Every place where the school had published this post was looked at after it was taken down.",
                    actions: [
                        ButtonLink(
                            "Download as text", visit.url("/takedowns/\(visit.parameter("key"))/receipt.txt"),
                            quiet: true)
                    ])
                DataTable(
                    caption: "What was taken down",
                    columns: [.init("Where"), .init("Address"), .init("Gone"), .init("How it is known")],
                    rows: lines.map { DataTable.Row($0.map { Markup($0) }) }, whenEmpty: "")
                p {
                    "Copies that other people made are not the school’s to take down. Tell the school where you see one."
                }
                PrintButton()
            })
    }

    @Sendable static func receiptText(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let lines = try await receiptLines(visit, caller).map { "- \($0[0]): \($0[1])\n  gone \($0[2]); \($0[3])" }
        let text = """
            \(visit.school.name)
            What was taken down, as of \(visit.now.longText)

            \(lines.joined(separator: "\n"))

            Every place where the school had published this post was looked at after it was taken down. Copies that other \
            people made are not the school's to take down. Tell the school where you see one.

            """
        return .bytes(
            Array(text.utf8), type: "text/plain; charset=utf-8",
            fileName: "\(visit.id)-takedown-\(visit.now.londonDay.iso).txt")
    }

    private static func receiptLines(_ visit: Visit, _ caller: Caller) async throws -> [[String]] {
        guard let record = RecordID("takedown/\(visit.parameter("key"))") else { throw Refusal.notFound }
        let takedown = try await visit.office.detail(Takedown.self, record, as: caller).state
        guard takedown.status == .closed else {
            throw Refusal.wrongState("There is a receipt once every copy is gone.")
        }
        return takedown.copies.compactMap { copy in
            copy.gone.map { gone in
                [
                    copy.place.accountName,
                    copy.place.address.isEmpty ? "not recorded" : copy.place.address, gone.at.longText, gone.seen.label,
                ]
            }
        }
    }
}
