package import Policy

extension Post {
    static func started(_ content: PostContent, _ wanted: Instant?, at desk: Desk) throws(Refusal) -> Event {
        try check(content, besides: [], at: desk)
        return .started(
            content: content, wantedAt: wanted, circle: circle(of: content, besides: desk.person, at: desk),
            readers: readers(at: desk), by: desk.person, at: desk.now)
    }

    /// Saving what stands already changes nothing, so that an approval outlives a page that is only looked at.
    func saved(_ content: PostContent, _ wanted: Instant?, at desk: Desk) throws(Refusal) -> [Event] {
        try require(Post.editable, to: "be changed")
        try requireWriter(to: "change this post", at: desk)
        guard content != self.content || wanted != wantedAt else { return [] }
        try Post.check(content, besides: Set(self.content.accounts), at: desk)
        return [
            .saved(
                content: content, wantedAt: wanted, circle: Post.circle(of: content, besides: author, at: desk),
                readers: Post.readers(at: desk), by: desk.person, at: desk.now)
        ]
    }

    private static func check(_ content: PostContent, besides known: Set<String>, at desk: Desk) throws(Refusal) {
        guard !content.accounts.isEmpty else {
            throw .incomplete([FieldProblem("accounts", "Choose at least one account")])
        }
        for key in content.accounts where !known.contains(key) {
            guard let account = desk.accounts[key], account.isOpen else {
                throw .incomplete([FieldProblem("accounts", "Choose only accounts that are open")])
            }
            let mayWrite =
                desk.pack.posts.writers == .employees && desk.has(anyOf: Role.allCases.filter(\.isEmployee))
            guard mayWrite || account.operators.contains(desk.person) else {
                throw .incomplete([FieldProblem("accounts", "You do not run \(account.title), so choose another")])
            }
        }
        for picture in content.pictures where desk.pictures[picture]?.isKept != true {
            throw .incomplete([FieldProblem("pictures", "The picture \(picture) is not there: take it out")])
        }
    }

    private static func circle(of content: PostContent, besides author: PersonID, at desk: Desk) -> [PersonID] {
        Set(content.accounts.flatMap { desk.accounts[$0]?.operators ?? [] }).subtracting([author]).sorted()
    }

    private static func readers(at desk: Desk) -> [Role] {
        let terms = desk.pack.posts
        return Set(terms.approvers + terms.leaders).sorted()
    }

    // MARK: Submitting

    func submitted(_ confirmations: [String: String], at desk: Desk) throws(Refusal) -> [Event] {
        try require([.draft, .returned, .approved, .held], to: "be submitted")
        try requireWriter(to: "submit this post", at: desk)
        var problems = formProblems(at: desk) + limitProblems(at: desk)
        let remarks = try findings(on: Set([desk.today, wantedAt?.londonDay ?? desk.today]), at: desk)
        let seesPupils = desk.has(anyOf: Pupil.seers)
        problems += remarks.filter { $0.severity == .stop }.map { remark in
            let says = remark.kind == .consent && !seesPupils ? "Somebody in it may not be shown." : remark.says
            return FieldProblem("", "\(says) \(remark.mend)".asMessage)
        }
        let known = Dictionary(
            uniqueKeysWithValues: confirmations.map { ($0.key, $0.value.trimmed) }.filter { !$0.1.isEmpty })
        let warnings = remarks.filter { $0.severity == .warning }
        problems += warnings.filter { known[$0.key] == nil }.map {
            FieldProblem("why.\($0.key)", "Say why this may stand: \($0.says)".asMessage)
        }
        guard problems.isEmpty else { throw .incomplete(problems) }
        var kept: [RemarkConfirmation] = []
        for warning in warnings where !kept.contains(where: { $0.remark == warning }) {
            kept.append(
                RemarkConfirmation(remark: warning, why: known[warning.key] ?? "", by: desk.person, at: desk.now))
        }
        let hands = Set(editors + [author, desk.person])
        let others = pictureHands(at: desk).subtracting(hands)
        let submission = Submission(
            number: submissions + 1, by: desk.person, at: desk.now,
            due: desk.due(within: desk.pack.posts.decidedWithin), hash: desk.proof?.hash ?? "", remarks: remarks,
            confirmations: kept, approvers: desk.approvers(besides: hands.union(others), remarks: remarks),
            hands: hands.sorted(),
            children: children(remarks, at: desk), pictureHands: others.isEmpty ? nil : others.sorted())
        guard submission.approvers.isEmpty else { return [.submitted(submission: submission)] }
        let approval = PostApproval(
            by: .office, at: desk.now, note: "The policy asks for no approval.", hash: submission.hash,
            until: desk.due(within: desk.pack.posts.approvalLasts), known: Set(remarks.map(\.key)).sorted())
        return [.submitted(submission: submission)] + following(approval, at: desk)
    }

    /// What its form lacks, whatever the checks say.
    private func formProblems(at desk: Desk) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if content.pictures.isEmpty, content.texts.contains(where: { $0.words.trimmed.isEmpty }) {
            problems.append(FieldProblem("words", "Enter what is to be said, or choose a picture"))
        }
        for key in content.accounts {
            guard let account = desk.accounts[key], account.isOpen else {
                problems.append(FieldProblem("accounts", "An account that you chose is not open any more: take it out"))
                continue
            }
            if Set([author, desk.person]).isDisjoint(with: account.operators) {
                problems.append(
                    FieldProblem("accounts", "Neither you nor the author runs \(account.title): take it out"))
            }
        }
        if let wantedAt, wantedAt < desk.now {
            problems.append(FieldProblem("on", "When it is to be published must be later than now"))
        }
        return problems
    }

    package func findings(on days: Set<Day>, at desk: Desk) throws(Refusal) -> [PostRemark] {
        try content.findings(on: days, at: desk)
    }

    /// Whoever added, described or tagged a picture that is in it now.
    func pictureHands(at desk: Desk) -> Set<PersonID> {
        Set(content.pictures.flatMap { desk.pictures[$0]?.hands ?? [] })
    }

    func children(_ remarks: [PostRemark], at desk: Desk) -> [PupilID] {
        let shown = content.pictures.flatMap { desk.pictures[$0]?.pupils ?? [] }
        return Set(shown + remarks.compactMap(\.pupil)).sorted()
    }
}

extension PostContent {
    /// Everything that is found in it as it now stands, with what leave to show children there is on each of some days.
    ///
    /// - Throws: `.wrongState` when the checks were not made: what is not checked goes nowhere.
    package func findings(on days: Set<Day>, at desk: Desk) throws(Refusal) -> [PostRemark] {
        guard let proof = desk.proof else {
            throw .wrongState("The checks could not be made, so the post stays where it is. Try again.")
        }
        let accounts = days.sorted().flatMap { leaveRemarks(on: $0, at: desk) }
        // Of somebody who may not be shown on an account it need not be said once more that they may not be shown.
        let told = Set(accounts.map { ShownChild(place: $0.place, child: $0.pupil) })
        var remarks = proof.remarks.filter { remark in
            remark.severity > .off
                && !(remark.kind == .consent && remark.pupil != nil
                    && told.contains(ShownChild(place: remark.place, child: remark.pupil)))
        }
        var known = Set(remarks)
        for remark in accounts where known.insert(remark).inserted { remarks.append(remark) }
        return remarks
    }

    /// Children in its pictures who may not be shown on an account on a day. Whoever is told does not learn why; who it is
    /// stands in no text that is kept, and is worked out for those who may know it.
    func leaveRemarks(on day: Day, at desk: Desk) -> [PostRemark] {
        var remarks: [PostRemark] = []
        for (place, picture) in pictures.enumerated() {
            for child in desk.pictures[picture]?.pupils ?? [] {
                for key in accounts {
                    let account = desk.accounts[key]
                    let leave = desk.pupils[child]?.leave(
                        for: account?.purpose ?? .socialMedia, on: account?.leavePlatform ?? nil, day: day)
                    if leave?.isGiven == true { continue }
                    remarks.append(
                        PostRemark(
                            kind: .consent, severity: .stop, place: .picture(place),
                            says:
                                "Somebody in picture \(place + 1) may not be shown on \(account?.title ?? "this account").",
                            mend: "Take the picture out, cover the face, or leave the account out.", pupil: child))
                }
            }
        }
        return remarks
    }
}

/// A child in one of the pictures.
private struct ShownChild: Hashable {
    var place: PostRemark.Place
    var child: PupilID?
}

extension String {
    /// As a form's message: one sentence after another, without the last full stop.
    fileprivate var asMessage: String { trimmed.withoutFullStop }
}
