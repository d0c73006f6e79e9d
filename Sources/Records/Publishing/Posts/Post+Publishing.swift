package import Policy

extension Post {
    /// Its time has come: checked again in every respect, then sent on its way or held.
    func published(at desk: Desk) throws(Refusal) -> [Event] {
        let submission: Submission
        let approval: PostApproval
        var before: [HoldReason] = []
        switch phase {
        case .scheduled(let submitted, let given, let due):
            guard due <= desk.now else { return [] }
            (submission, approval) = (submitted, given)
        case .held(let submitted, let given, let hold):
            // What else holds it waits for a person: only a blackout ends by itself.
            guard hold.reasons.allSatisfy({ $0.kind == .blackout }) else { return [] }
            (submission, approval, before) = (submitted, given, hold.reasons)
        case .draft, .submitted, .returned, .refused, .approved, .publishing, .published, .withdrawing, .withdrawn,
            .discarded:
            return []
        }
        let reasons = holdReasons(approval, at: desk)
        guard reasons.isEmpty else { return reasons == before ? [] : [.held(reasons: reasons, at: desk.now)] }
        let number = (live?.number ?? 0) + 1
        let shown = content.pictures.flatMap { desk.pictures[$0]?.pupils ?? [] }
        let published = LivePost(
            content: content, hash: approval.hash, approval: approval,
            pictures: content.pictures.compactMap { id in
                desk.pictures[id].map { .init(id: id, hash: $0.hash, altText: $0.altText) }
            },
            children: Set(submission.children + shown + (desk.proof?.remarks ?? []).compactMap(\.pupil)).sorted(),
            at: desk.now, number: number)
        let copies = content.accounts.compactMap { key in
            desk.accounts[key].map { account in
                PostCopy(
                    account: key, title: account.title, platform: account.platform, purpose: account.purpose,
                    number: number,
                    words: content.words(for: key),
                    state: account.isByHand
                        ? .byHand(since: desk.now) : .waiting(PostCopy.Attempts(next: desk.now)))
            }
        }
        return [.publishingBegan(published: published, copies: copies, at: desk.now)]
    }

    /// Everything that stands against publishing it now.
    private func holdReasons(_ approval: PostApproval, at desk: Desk) -> [HoldReason] {
        var reasons = desk.blackouts.filter { $0.covers(desk.today) }.map {
            HoldReason(.blackout, "The school publishes nothing on these days: \($0.text).", until: $0.last)
        }
        if approval.until < desk.now {
            reasons.append(HoldReason(.expired, "The approval counted until \(approval.until.londonDay.longText)."))
        }
        for key in content.accounts where desk.accounts[key]?.isOpen != true {
            reasons.append(HoldReason(.account, "\(desk.accounts[key]?.title ?? "An account") is not open any more."))
        }
        for (place, id) in content.pictures.enumerated() {
            let card = desk.pictures[id]
            if card?.isKept != true || card?.goesOn.map({ $0 < desk.today }) == true {
                reasons.append(HoldReason(.picture, "Picture \(place + 1) is not kept any more."))
            } else if card?.isAccountedFor != true {
                reasons.append(HoldReason(.picture, "Somebody in picture \(place + 1) is not accounted for."))
            }
        }
        for remark in content.leaveRemarks(on: desk.today, at: desk) {
            reasons.append(HoldReason(.consent, remark.says, pupil: remark.pupil))
        }
        guard let proof = desk.proof else {
            return reasons + [HoldReason(.notChecked, "The checks could not be made.")]
        }
        if proof.hash != approval.hash {
            reasons.append(HoldReason(.changed, "A picture or its description was changed after the approval."))
        }
        for remark in proof.remarks {
            let isNews = remark.severity >= .warning && !approval.known.contains(remark.key)
            if remark.severity == .stop || isNews {
                reasons.append(HoldReason(.finding, remark.saysWithoutName, pupil: remark.pupil))
            }
        }
        return reasons
    }

    /// Who may have a post taken down at once, whoever approves posts.
    static let withdrawers: [Role] = [.headteacher, .slt, .dsl, .dpo, .administrator]

    func withdrawn(_ reason: String, at desk: Desk) throws(Refusal) -> Event {
        guard canBeWithdrawn else {
            throw .wrongState("Nothing of this post is published: it is \(status.label).")
        }
        guard desk.isReaction || isMinder(desk) || desk.has(anyOf: Post.withdrawers) else {
            throw .notAuthorised(reason: "You may not withdraw this post.", whoMay: Post.withdrawers)
        }
        return .withdrawn(withdrawal: Withdrawal(reason: reason, by: desk.person, at: desk.now))
    }

    /// It is published or on its way, and nobody has withdrawn it.
    var canBeWithdrawn: Bool {
        switch phase {
        case .publishing, .published: true
        case .withdrawing, .withdrawn: false
        case .draft, .submitted, .returned, .refused, .approved, .scheduled, .held, .discarded:
            copies.contains { !$0.isSettled || $0.isOut }
        }
    }
}
