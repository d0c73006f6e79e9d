package import Policy

extension Post {
    package static func decide(_ state: Post?, _ command: Command, at desk: Desk) throws(Refusal) -> [Event] {
        guard let post = state else {
            guard case .start(let content, let wanted) = command else { throw .notFound }
            return [try started(content, wanted, at: desk)]
        }
        switch command {
        case .start: throw .wrongState("This post is on record already.")
        case .save(let content, let wanted): return try post.saved(content, wanted, at: desk)
        case .submit(let confirmations): return try post.submitted(confirmations, at: desk)
        case .approve(let hash, let note): return try post.approved(hash, note: note, at: desk)
        case .sendBack(let note, let comments): return [try post.sentBack(note, comments, at: desk)]
        case .refuse(let reason):
            _ = try post.submissionToDecide(at: desk)
            return [.refused(reason: reason, by: desk.person, at: desk.now)]
        case .schedule(let moment): return [try post.scheduled(moment, at: desk)]
        case .unschedule:
            try post.require([.scheduled, .held], to: "be taken off the calendar")
            try post.requireMinder(to: "take this post off the calendar", at: desk)
            return [.unscheduled(by: desk.person, at: desk.now)]
        case .publish:
            try requireOffice(desk)
            return try post.published(at: desk)
        case .withdraw(let reason): return [try post.withdrawn(reason, at: desk)]
        case .correct(let reason):
            try post.require([.published, .corrected], to: "be corrected")
            try post.requireMinder(to: "correct this post", at: desk)
            return [.correctionBegan(correction: PostCorrection(reason: reason, by: desk.person, at: desk.now))]
        case .discard(let reason):
            try post.require(editable, to: "be thrown away")
            try post.requireMinder(to: "throw this post away", at: desk)
            return [.discarded(reason: reason, by: desk.person, at: desk.now)]
        case .noteLeaver(let person):
            try requireOffice(desk)
            let isConcerned = post.circle.contains(person) || (post.author == person && !post.authorLeft)
            return isConcerned && !post.isOver ? [.leaverNoted(person: person, at: desk.now)] : []
        case .stopUnsent(let pupil, let purposes):
            try requireOffice(desk)
            return post.stopping(pupil, purposes, at: desk)
        case .noteGone(let account):
            try requireOffice(desk)
            return post.gone(from: account, at: desk)
        case .beginDelivery, .delivered, .deliveryFailed, .removed, .notThere, .removalFailed, .looked:
            try requireOffice(desk)
            return try post.copyEvents(command, at: desk)
        case .recordAddress, .tryAgain, .putUpByHand, .abandon, .recordRemoved, .takeDown:
            return try post.copyEvents(command, at: desk)
        }
    }

    static func requireOffice(_ desk: Desk) throws(Refusal) {
        guard desk.isReaction else {
            throw .notAuthorised(reason: "Only Hornbook itself records this.", whoMay: [])
        }
    }

    /// The stages at which words can still be changed: doing so voids an approval.
    package static let editable: [Status] = [.draft, .returned, .submitted, .approved, .scheduled, .held]

    /// Nothing waits for anybody here.
    var isOver: Bool {
        switch phase {
        case .refused, .withdrawn, .discarded: true
        case .draft, .submitted, .returned, .approved, .scheduled, .held, .publishing, .published, .withdrawing: false
        }
    }

    func require(_ wanted: [Status], to act: String) throws(Refusal) {
        guard wanted.contains(status) else {
            throw .wrongState("This post cannot \(act) now: it is \(status.label).")
        }
    }

    /// Its author, and who runs one of its accounts.
    func isWriter(_ desk: Desk) -> Bool {
        author == desk.person
            || content.accounts.contains { desk.accounts[$0]?.operators.contains(desk.person) == true }
    }

    func requireWriter(to act: String, at desk: Desk) throws(Refusal) {
        guard isWriter(desk) else {
            throw .notAuthorised(
                reason: "Only its author and those who run its accounts may \(act).", whoMay: [])
        }
    }

    /// Writers, and those who approve posts.
    func isMinder(_ desk: Desk) -> Bool { isWriter(desk) || desk.has(anyOf: readers) }

    func requireMinder(to act: String, at desk: Desk) throws(Refusal) {
        guard isMinder(desk) else { throw .notAuthorised(reason: "You may not \(act).", whoMay: readers) }
    }
}
