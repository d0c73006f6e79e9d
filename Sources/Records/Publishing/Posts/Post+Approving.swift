import Policy

extension Post {
    /// Whether whoever is at the desk is asked to decide on it, as it now stands.
    package func awaitsDecision(at desk: Desk) -> Bool { (try? submissionToDecide(at: desk)) != nil }

    /// What is submitted, for somebody who may decide on it.
    func submissionToDecide(at desk: Desk) throws(Refusal) -> Submission {
        guard case .submitted(let submission) = phase else {
            throw .wrongState("There is nothing to decide on: this post is \(status.label).")
        }
        guard !submission.hands.contains(desk.person) else {
            throw .notAuthorised(
                reason: "You wrote this post or changed it, so somebody else decides on it.",
                whoMay: submission.approvers)
        }
        try desk.require(anyOf: submission.approvers, to: "decide on this post")
        return submission
    }

    /// Whoever had a hand in its pictures when it was submitted or has had one since: what was said of who is in them is
    /// what an approval rests on.
    func pictureHands(of submission: Submission, at desk: Desk) -> Set<PersonID> {
        pictureHands(at: desk).union(submission.pictureHands ?? [])
    }

    /// The approval is of exactly what its giver looked at, and only while that is what was submitted.
    func approved(_ hash: String, note: String, at desk: Desk) throws(Refusal) -> [Event] {
        let submission = try submissionToDecide(at: desk)
        let hands = pictureHands(of: submission, at: desk).union(submission.hands)
        guard !hands.contains(desk.person) else {
            throw .notAuthorised(
                reason: "You added, described or tagged a picture in this post, so somebody else approves it. You can "
                    + "send it back.", whoMay: submission.approvers)
        }
        let remarks = try findings(
            on: [desk.today, wantedAt.map { max($0, desk.now).londonDay } ?? desk.today], at: desk)
        guard desk.proof?.hash == submission.hash else {
            throw .wrongState(
                "A picture or its description was changed since this was submitted. Send it back, so that its author "
                    + "looks at it again.")
        }
        guard hash == submission.hash else { throw .superseded }
        if let stop = remarks.first(where: { $0.severity == .stop }) {
            throw .wrongState("\(stop.says) Send it back, or refuse it.")
        }
        let confirmed = Set(submission.confirmations.map(\.remark.key))
        if let news = remarks.first(where: { $0.severity == .warning && !confirmed.contains($0.key) }) {
            throw .wrongState("The checks now find what they did not when it was submitted: \(news.says) Send it back.")
        }
        try desk.require(
            anyOf: desk.approvers(besides: hands, remarks: remarks), to: "approve this post")
        let approval = PostApproval(
            by: desk.person, at: desk.now, note: note, hash: hash,
            until: desk.due(within: desk.pack.posts.approvalLasts),
            known: Set(remarks.map(\.key)).sorted())
        return following(approval, at: desk)
    }

    /// An approved post goes on the calendar where its author wished for a time within which the approval counts.
    func following(_ approval: PostApproval, at desk: Desk) -> [Event] {
        guard let wantedAt, wantedAt <= approval.until else { return [.approved(approval: approval)] }
        return [
            .approved(approval: approval),
            .scheduled(due: max(wantedAt, desk.now), by: desk.person, at: desk.now),
        ]
    }

    func sentBack(_ note: String, _ comments: [PostComment], at desk: Desk) throws(Refusal) -> Event {
        _ = try submissionToDecide(at: desk)
        var placed: [PostComment] = []
        for comment in comments {
            guard let found = content.placed(comment) else {
                throw .incomplete([FieldProblem("comments", "These words are not in the post: \(comment.quote)")])
            }
            placed.append(found)
        }
        return .sentBack(back: Return(note: note, comments: placed, by: desk.person, at: desk.now))
    }

    func scheduled(_ moment: Instant?, at desk: Desk) throws(Refusal) -> Event {
        let approval: PostApproval
        switch phase {
        case .approved(_, let given), .scheduled(_, let given, _), .held(_, let given, _): approval = given
        case .draft, .submitted, .returned, .refused, .publishing, .published, .withdrawing, .withdrawn, .discarded:
            throw .wrongState("Only an approved post can be scheduled, and this one is \(status.label).")
        }
        try requireMinder(to: "schedule this post", at: desk)
        let due = moment ?? desk.now
        guard desk.now <= due else {
            throw .incomplete([FieldProblem("on", "When it is to be published must be later than now")])
        }
        guard due <= approval.until else {
            throw .incomplete([
                FieldProblem(
                    "on",
                    "The approval counts until \(approval.until.londonDay.longText): choose a time before that, or "
                        + "submit the post again")
            ])
        }
        return .scheduled(due: due, by: desk.person, at: desk.now)
    }
}

extension PostContent {
    /// A comment with the place of the words that it quotes; nil where they are not in the post.
    fileprivate func placed(_ comment: PostComment) -> PostComment? {
        var placed = comment
        let quote = comment.quote.trimmed
        placed.quote = quote
        if quote.isEmpty { return placed }
        for (account, words) in [(String?.none, words)]
            + ownWords.sorted(by: { $0.key < $1.key }).map({ ($0.key, $0.value) })
        {
            guard let start = Array(words.utf8).place(of: Array(quote.utf8)) else { continue }
            placed.start = start
            placed.end = start + quote.utf8.count
            placed.account = account
            return placed
        }
        return nil
    }
}

extension [UInt8] {
    /// Where a run of bytes first begins.
    fileprivate func place(of part: [UInt8]) -> Int? {
        guard !part.isEmpty, part.count <= count else { return nil }
        return (0...(count - part.count)).first { self[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
