import HTML
import Office
import Policy
import Records

/// One post: its exact words and pictures, what the checks find, who approved it, and where it stands.
enum PostPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        guard let record = RecordID("post/\(visit.parameter("key"))") else { throw Refusal.notFound }
        let detail = try await visit.office.detail(Post.self, record, as: caller)
        let names = Names(try await visit.office.directory(visit.id))
        let history = try await visit.office.history(record, as: caller)
        let post = detail.state
        let takedown = try await takedown(of: record, visit, caller)
        let remarks = shown(remarks(post, detail.desk), visit, detail.desk.pupils)
        let standing = copies(detail, names, visit)
        return .page(
            // What browsers keep of the pages that were looked at quotes no post: a draft may name a child.
            visit.page("Post of \(post.startedAt.londonDay.longText)", crumbs: [Link("Posts", visit.url("/posts"))]) {
                PageHeading(
                    post.title, over: "Post", tag: tag(post.status.rawValue),
                    actions: actions(detail, visit)
                        + (takedown.ask.map { [$0] } ?? []))
                if let banner = takedown.banner { banner }
                for duty in detail.duties { TodayPage.card(duty.shown(to: detail.available), visit, visit.now) }
                decided(post, names, visit.admits(.pupils) ? detail.desk.pupils : nil)
                if post.isBeingCorrected { correcting(post) }
                // What a person is to do there comes before the words, which they have read.
                if isOnItsWay(post) { standing }
                h2 { "Exactly what is said" }
                PostPreview(
                    content: post.content, remarks: remarks, school: visit.school.name, desk: detail.desk,
                    platforms: visit.office.platforms, link: visit.pictureLink(of: detail))
                PostPictures(
                    content: post.content, cards: detail.desk.pictures,
                    pupils: visit.admits(.pupils) ? detail.desk.pupils : [:],
                    link: visit.pictureLink(of: detail))
                changes(post)
                SummaryList(brief(post, names))
                findings(post, remarks, visit)
                if !isOnItsWay(post) { standing }
                h2 { "What has happened" }
                Timeline(history.reversed().map { $0.entry(names, visit) })
                PrintButton()
                ProofLink(visit: visit, record: record)
            }.telling(history, visit))
    }

    /// While it is being put up or taken down, where each copy stands is what its page is for.
    private static func isOnItsWay(_ post: Post) -> Bool {
        switch post.status {
        case .publishing, .withdrawing: true
        case .draft, .submitted, .returned, .approved, .scheduled, .held, .refused, .published, .corrected, .withdrawn,
            .discarded:
            false
        }
    }

    /// What takes it on to its next stage first, and standing out.
    private static func actions(_ detail: RecordDetail<Post>, _ visit: Visit) -> [ButtonLink] {
        let post = detail.state
        let forms = detail.available.filter { !ofCopies.contains($0.name) }
        let main = forms.first { onward.contains($0.name) && !takesBack($0.name, post) && post.status != .scheduled }
        let ordered = forms.filter { $0.name == main?.name } + forms.filter { $0.name != main?.name }
        return ordered.map { form in
            ButtonLink(form.title, visit.url(detail.record.commandPath(form.name)), quiet: form.name != main?.name)
        }
    }

    /// Changing what waits for approval, or has it, begins it again: that is not what its page invites to.
    private static func takesBack(_ command: String, _ post: Post) -> Bool {
        ["save", "submit"].contains(command) && [.submitted, .approved, .scheduled].contains(post.status)
    }

    @MarkupBuilder private static func copies(_ detail: RecordDetail<Post>, _ names: Names, _ visit: Visit) -> Markup {
        let post = detail.state
        if !post.copies.isEmpty {
            h2 { "Where it stands" }
            for copy in post.copies.reversed() {
                CopyPanel(
                    visit: visit, record: detail.record, revision: detail.revision, post: post, copy: copy,
                    account: detail.desk.accounts[copy.account], names: names,
                    may: Set(detail.available.map(\.name)))
            }
        }
    }

    /// That it must go, for those who see it; otherwise the way to ask for that, where it is published.
    private static func takedown(of post: RecordID, _ visit: Visit, _ caller: Caller) async throws
        -> (banner: NotificationBanner?, ask: ButtonLink?)
    {
        guard visit.admits(.takedowns) else { return (nil, nil) }
        let record = RecordID(.takedown, post.key)
        do {
            let known = try await visit.office.detail(Takedown.self, record, as: caller).state
            if known.status == .open {
                let link = Link("See what is still there", visit.url(record.pagePath))
                return (NotificationBanner(.warning, "This post is to be taken down", link: link), nil)
            }
        } catch OfficeError.refused(.notFound) {
            // Nobody has asked for it yet.
        }
        do {
            let form = try await visit.office.openForm("openByHand", on: record, as: caller).form
            return (nil, ButtonLink("Ask for a takedown", visit.url(record.commandPath(form.name)), quiet: true))
        } catch OfficeError.refused {
            return (nil, nil)
        }
    }

    /// Given where the copy stands that they are about.
    private static let ofCopies: Set = [
        "recordAddress", "tryAgain", "putUpByHand", "abandon", "recordRemoved", "takeDown",
    ]
    /// What takes it on to its next stage.
    private static let onward: Set = ["approve", "save", "submit", "schedule"]

    /// What the checks find now; once it is published, what they found when it was.
    static func remarks(_ post: Post, _ desk: Desk) -> [PostRemark] {
        switch post.phase {
        case .publishing, .published, .withdrawing, .withdrawn, .discarded, .refused: []
        case .draft, .submitted, .returned, .approved, .scheduled, .held:
            (try? post.findings(on: [desk.today, post.wantedAt?.londonDay ?? desk.today], at: desk)) ?? []
        }
    }

    /// With the names of children for those who see pupils; everybody else is told that somebody may not be shown, and not
    /// where.
    static func shown(_ remarks: [PostRemark], _ visit: Visit, _ pupils: [PupilID: PupilCard]) -> [PostRemark] {
        let seesPupils = visit.admits(.pupils)
        return remarks.map { remark in
            guard case .picture(let place) = remark.place, let pupil = remark.pupil else { return remark }
            var remark = remark
            remark.says =
                seesPupils
                ? naming(pupil, remark.says, pupils) : "Somebody in picture \(place + 1) may not be shown."
            return remark
        }
    }

    /// A sentence about somebody, with who it is: “Somebody in picture 1 may not be shown on Oak: Ada Bell.”
    private static func naming(_ pupil: PupilID, _ text: String, _ pupils: [PupilID: PupilCard]) -> String {
        guard let name = pupils[pupil]?.name, !text.contains(name) else { return text }
        return "\(text.withoutFullStop): \(name)."
    }

    /// - Parameter pupils: nil for somebody who sees none.
    @MarkupBuilder private static func decided(_ post: Post, _ names: Names, _ pupils: [PupilID: PupilCard]?)
        -> Markup
    {
        switch post.phase {
        case .returned(_, let back):
            Panel("Sent back by \(names.name(back.by))") {
                p { back.note }
                for comment in back.comments {
                    if !comment.quote.isEmpty { blockquote { comment.quote } }
                    p { comment.text }
                }
            }
        case .held(_, _, let hold):
            Panel("Held: it was to be published on \(hold.due.longText)") {
                ul {
                    for reason in hold.reasons {
                        if let pupil = reason.pupil {
                            li {
                                pupils.map { naming(pupil, reason.text, $0) } ?? "Somebody in it may not be shown."
                            }
                        } else {
                            li { reason.text }
                        }
                    }
                }
            }
        case .refused(_, let reason, let by, _):
            Panel("Refused by \(names.name(by))") { p { reason } }
        case .withdrawing(let withdrawal), .withdrawn(let withdrawal, _):
            Panel("Withdrawn by \(names.name(withdrawal.by))") { p { withdrawal.reason } }
        case .draft, .submitted, .approved, .scheduled, .publishing, .published, .discarded: Markup()
        }
    }

    @MarkupBuilder private static func correcting(_ post: Post) -> Markup {
        NotificationBanner(
            .info, "A correction of what is published",
            text: "\(post.corrections.last?.reason ?? "") What is published stays until this is approved and published."
        )
    }

    /// How it differs from what was last approved, where anything was.
    @MarkupBuilder private static func changes(_ post: Post) -> Markup {
        if let before = post.approvedBefore, before != post.content {
            let lines = LineChanges(from: before.asLines, to: post.content.asLines).lines
            details(.class("changes")) {
                summary { "What has changed since it was last approved" }
                ul(.class("line-changes"), .role(.list)) {
                    for line in lines.prefix(200) {
                        li(.class(line.isAdded ? "line-mine" : "line-theirs")) {
                            span { line.isAdded ? "Now: " : "Then: " }
                            code { line.text }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private static func findings(_ post: Post, _ remarks: [PostRemark], _ visit: Visit) -> Markup {
        if Post.editable.contains(post.status) {
            h2 { "What the checks find" }
            RemarkList(
                remarks: remarks, pack: visit.school.pack, policyPage: visit.url("/policy"),
                confirmations: Dictionary(
                    (post.submission?.confirmations ?? []).map { ($0.remark.key, $0) }, uniquingKeysWith: { a, _ in a })
            )
        }
    }

    /// Every word that is published, above the form of a decision on it.
    static func drawn(_ detail: RecordDetail<Post>, _ visit: Visit) -> Markup {
        Markup {
            h2 { "Exactly what is said" }
            PostPreview(
                content: detail.state.content, remarks: [], school: visit.school.name, desk: detail.desk,
                platforms: visit.office.platforms, link: visit.pictureLink(of: detail))
        }
    }

    /// What else a decision on it rests on.
    static func context(_ detail: RecordDetail<Post>, _ names: Names, _ visit: Visit) -> [SummaryRow] {
        let post = detail.state
        let pictures = post.content.pictures.enumerated().map { index, id in
            SummaryRow(
                "Picture \(index + 1)", detail.desk.pictures[id]?.altText ?? "A picture that is not kept any more",
                action: visit.pictureLink(of: detail).map { Link("Look at picture \(index + 1)", $0(id)) })
        }
        let confirmed = (post.submission?.confirmations ?? []).map {
            SummaryRow($0.remark.kind.label, "\($0.remark.says)\nWhy it may stand: \($0.why)")
        }
        return pictures + brief(post, names) + confirmed
    }

    /// What there is to know of it beside its words.
    static func brief(_ post: Post, _ names: Names) -> [SummaryRow] {
        var rows = [SummaryRow("Author", names.name(post.author))]
        if !post.content.source.isEmpty { rows.append(SummaryRow("Source and licence", post.content.source)) }
        if let wanted = post.wantedAt, post.dueAt == nil { rows.append(SummaryRow("To be published", wanted.longText)) }
        if let due = post.dueAt { rows.append(SummaryRow("To be published", due.longText)) }
        if let submission = post.submission {
            rows.append(
                SummaryRow("Sent for approval", "\(names.name(submission.by)), \(submission.at.longText)"))
            if !submission.approvers.isEmpty {
                let roles = submission.approvers.map(\.label).joined(separator: " or ")
                rows.append(SummaryRow("May be approved by", roles))
            }
        }
        if let approval = post.approved?.1 ?? post.live?.approval {
            rows.append(SummaryRow("Approved", "\(names.name(approval.by)), \(approval.at.longText)"))
            if !approval.note.isEmpty { rows.append(SummaryRow("With the word", approval.note)) }
            if post.live == nil { rows.append(SummaryRow("The approval counts until", approval.until.longText)) }
        }
        return rows
    }
}

extension PostContent {
    /// Everything that an approval is of, line by line.
    var asLines: String {
        var lines = [words]
        for (account, own) in ownWords.sorted(by: { $0.key < $1.key }) { lines += ["On \(account):", own] }
        if !speaker.isEmpty { lines.append("Speaker: \(speaker)") }
        if !source.isEmpty { lines.append("Source: \(source)") }
        lines += accounts.map { "Account: \($0)" } + pictures.map { "Picture: \($0)" }
        return lines.joined(separator: "\n")
    }
}
