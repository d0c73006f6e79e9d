package import Policy

extension Post {
    package static func evolve(_ state: Post?, _ event: Event) -> Post {
        if case .started(let content, let wanted, let circle, let readers, let by, let at) = event {
            return Post(
                content: content, wantedAt: wanted, author: by, startedAt: at, changedAt: at, circle: circle,
                readers: readers, editors: [by], phase: .draft, live: nil, copies: [], corrections: [],
                approvedBefore: nil, submissions: 0, authorLeft: false)
        }
        // Every other event follows `started`: `decide` refuses any other order.
        var post = state ?? .empty
        switch event {
        case .started: break
        case .saved(let content, let wanted, let circle, let readers, let by, let at):
            post.content = content
            post.wantedAt = wanted
            post.circle = circle
            post.readers = readers
            post.changedAt = at
            if !post.editors.contains(by) { post.editors.append(by) }
            // What was sent back stays so, with its comments, until it is submitted again.
            if case .returned = post.phase {} else { post.phase = .draft }
        case .submitted(let submission):
            post.submissions = submission.number
            post.phase = .submitted(submission)
        case .approved(let approval):
            post.approvedBefore = post.content
            if let submission = post.submission { post.phase = .approved(submission, approval) }
        case .sentBack(let back):
            if let submission = post.submission { post.phase = .returned(submission, back) }
        case .refused(let reason, let by, let at):
            if let submission = post.submission {
                post.phase = .refused(submission, reason: reason, by: by, at: at)
            }
        case .scheduled(let due, _, _):
            if let (submission, approval) = post.approved {
                post.phase = .scheduled(submission, approval, due: due)
            }
        case .unscheduled:
            if let (submission, approval) = post.approved { post.phase = .approved(submission, approval) }
        case .held(let reasons, let at):
            if let (submission, approval) = post.approved {
                post.phase = .held(
                    submission, approval, Hold(reasons: reasons, since: at, due: post.dueAt ?? at))
            }
        case .publishingBegan, .withdrawn, .correctionBegan, .discarded: post.evolvePublishing(event)
        case .leaverNoted(let person, _):
            post.circle.removeAll { $0 == person }
            if post.author == person { post.authorLeft = true }
        case .deliveryBegan, .delivered, .deliveryFailed, .removed, .removalFailed, .looked, .triedAgain, .putUpByHand,
            .abandoned, .takedownBegan, .notThere:
            post.evolveCopy(event)
        }
        return post
    }

    private mutating func evolvePublishing(_ event: Event) {
        switch event {
        case .publishingBegan(let published, let new, let at):
            for index in copies.indices { copies[index].takeDown(at: at) }
            copies += new
            live = published
            wantedAt = nil
            if let last = corrections.indices.last, corrections[last].publishedAt == nil {
                corrections[last].publishedAt = at
            }
            phase = .publishing(since: at)
            settle(at)
        case .withdrawn(let withdrawal):
            if corrections.last?.publishedAt == nil { corrections = corrections.dropLast() }
            for index in copies.indices { copies[index].takeDown(at: withdrawal.at, because: withdrawal) }
            if let live { content = live.content }
            phase = .withdrawing(withdrawal)
            settle(withdrawal.at)
        case .correctionBegan(let correction):
            corrections.append(correction)
            editors = []
            phase = .draft
        case .discarded(let reason, let by, let at):
            if let live {
                // A correction is given up: what is published stays as it is.
                if corrections.last?.publishedAt == nil { corrections = corrections.dropLast() }
                content = live.content
                wantedAt = nil
                phase = .published(since: live.at)
                settle(at)
            } else {
                phase = .discarded(reason: reason, by: by, at: at)
            }
        default: break
        }
    }

    /// Once nothing is left to be done about the copies, the post is published, or gone.
    mutating func settle(_ at: Instant) {
        switch phase {
        case .publishing:
            let current = copies.filter { $0.number == live?.number }
            guard current.allSatisfy(\.isSettled) else { return }
            if isGoneEverywhere {
                phase = .withdrawn(Withdrawal(reason: Post.takenDown, by: .office, at: at), at: at)
            } else if current.contains(where: { $0.sent != nil }) {
                phase = .published(since: at)
            } else if !copies.contains(where: { !$0.isSettled }) {
                phase = .withdrawn(
                    Withdrawal(reason: "It was put up on none of its accounts.", by: .office, at: at), at: at)
            } else {
                phase = .withdrawing(
                    Withdrawal(reason: "It was put up on none of its accounts.", by: .office, at: at))
            }
        case .withdrawing(let withdrawal):
            if copies.allSatisfy(\.isSettled) { phase = .withdrawn(withdrawal, at: at) }
        case .published:
            if isGoneEverywhere {
                phase = .withdrawn(Withdrawal(reason: Post.takenDown, by: .office, at: at), at: at)
            }
        case .draft, .submitted, .returned, .refused, .approved, .scheduled, .held, .withdrawn, .discarded: break
        }
    }

    private static let takenDown = "It was taken down from every account."

    /// It was up, and none of its copies is or will be.
    private var isGoneEverywhere: Bool {
        var wasUp = false
        for copy in copies {
            switch copy.state {
            case .removed: wasUp = true
            case .abandoned: break
            case .waiting, .sending, .byHand, .failed, .sent, .recalled, .removing: return false
            }
        }
        return wasUp
    }

    static let empty = Post(
        content: PostContent(words: ""), wantedAt: nil, author: .office, startedAt: Instant(seconds: 0),
        changedAt: Instant(seconds: 0), circle: [], readers: [], editors: [],
        phase: .discarded(reason: "", by: .office, at: Instant(seconds: 0)), live: nil, copies: [], corrections: [],
        approvedBefore: nil, submissions: 0, authorLeft: false)
}

extension Post {
    /// What was last sent on, while it counts.
    package var submission: Submission? {
        switch phase {
        case .submitted(let submission), .returned(let submission, _), .refused(let submission, _, _, _),
            .approved(let submission, _), .scheduled(let submission, _, _), .held(let submission, _, _):
            submission
        case .draft, .publishing, .published, .withdrawing, .withdrawn, .discarded: nil
        }
    }

    /// The approval that it waits to be published on.
    package var approved: (Submission, PostApproval)? {
        switch phase {
        case .approved(let submission, let approval), .scheduled(let submission, let approval, _),
            .held(let submission, let approval, _):
            (submission, approval)
        case .draft, .submitted, .returned, .refused, .publishing, .published, .withdrawing, .withdrawn, .discarded: nil
        }
    }

    /// When it is to be published, or was to be where it is held.
    package var dueAt: Instant? {
        switch phase {
        case .scheduled(_, _, let due): due
        case .held(_, _, let hold): hold.due
        case .draft, .submitted, .returned, .refused, .approved, .publishing, .published, .withdrawing, .withdrawn,
            .discarded:
            nil
        }
    }

    /// Where it stands in the calendar: when it was published, is to be, or would be if it were approved; nil for no day.
    package var calendarAt: Instant? {
        switch phase {
        case .scheduled(_, _, let due): due
        case .held(_, _, let hold): hold.due
        case .draft, .submitted, .returned, .approved: wantedAt ?? live?.at
        case .publishing, .published, .withdrawing, .withdrawn: live?.at
        case .refused, .discarded: nil
        }
    }

    /// What is published is being corrected.
    package var isBeingCorrected: Bool { corrections.last.map { $0.publishedAt == nil } ?? false }
}
