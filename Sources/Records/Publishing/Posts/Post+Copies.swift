import Policy

extension Post {
    /// What befalls one copy. A try that is told of twice is written down once.
    func copyEvents(_ command: Command, at desk: Desk) throws(Refusal) -> [Event] {
        switch command {
        case .beginDelivery(let id):
            switch try copy(id).state {
            case .waiting(let attempts):
                guard attempts.next <= desk.now else { throw .wrongState("It is not time yet to try again.") }
            // The program ended while it was being sent, so it may be up already.
            case .sending: break
            case .byHand, .failed, .sent, .abandoned, .recalled, .removing, .removed: throw Post.notNow
            }
            guard try mayShow(copy(id), at: desk) else {
                return [try copy(id).stopped(Post.leaveEnded, by: .office, at: desk.now)]
            }
            return [.deliveryBegan(copy: id, at: desk.now)]
        case .delivered(let id, let sent):
            switch try copy(id).state {
            case .sending, .recalled: return [.delivered(copy: id, sent: sent, at: desk.now)]
            case .sent(let known) where known.identifier == sent.identifier: return []
            case .waiting, .byHand, .failed, .sent, .abandoned, .removing, .removed: throw Post.notNow
            }
        case .deliveryFailed(let id, let reason, let again):
            switch try copy(id).state {
            case .sending: return [.deliveryFailed(copy: id, reason: reason, again: again, at: desk.now)]
            // That a try failed does not say that it left nothing there: it is looked for.
            case .recalled:
                return [.deliveryFailed(copy: id, reason: reason, again: again ?? desk.now, at: desk.now)]
            case .waiting, .byHand, .failed, .sent, .abandoned, .removing, .removed: throw Post.notNow
            }
        case .notThere(let id):
            guard case .recalled = try copy(id).state else { throw Post.notNow }
            return [.notThere(copy: id, at: desk.now)]
        case .removed(let id):
            switch try copy(id).state {
            case .removing: return [.removed(copy: id, by: desk.person, at: desk.now)]
            case .removed: return []
            case .waiting, .sending, .byHand, .failed, .sent, .abandoned, .recalled: throw Post.notNow
            }
        case .removalFailed(let id, let reason, let again):
            guard case .removing = try copy(id).state else { throw Post.notNow }
            return [.removalFailed(copy: id, reason: reason, again: again, at: desk.now)]
        case .looked(let id, let found):
            return try copy(id).look?.found == found ? [] : [.looked(copy: id, found: found, at: desk.now)]
        case .takeDown(let id, let reason): return [try takenDown(id, reason, at: desk)]
        case .recordAddress, .tryAgain, .putUpByHand, .abandon, .recordRemoved: return [try byPerson(command, at: desk)]
        case .start, .save, .submit, .approve, .sendBack, .refuse, .schedule, .unschedule, .publish, .withdraw,
            .correct, .discard, .noteLeaver, .stopUnsent, .noteGone:
            throw Post.notNow
        }
    }

    private func byPerson(_ command: Command, at desk: Desk) throws(Refusal) -> Event {
        guard isMinder(desk) || desk.has(anyOf: Desk.keepers) else {
            throw .notAuthorised(reason: "You may not publish this post.", whoMay: readers)
        }
        switch command {
        case .recordAddress(let id, let address):
            switch try copy(id).state {
            case .byHand, .failed: break
            case .waiting, .sending, .sent, .abandoned, .recalled, .removing, .removed: throw Post.notNow
            }
            return .delivered(
                copy: id, sent: SentPost(identifier: "", address: address, by: desk.person, at: desk.now), at: desk.now)
        case .tryAgain(let id):
            guard case .failed = try copy(id).state else { throw Post.notNow }
            return .triedAgain(copy: id, by: desk.person, at: desk.now)
        case .putUpByHand(let id):
            switch try copy(id).state {
            case .failed, .waiting: return .putUpByHand(copy: id, by: desk.person, at: desk.now)
            case .sending, .byHand, .sent, .abandoned, .recalled, .removing, .removed: throw Post.notNow
            }
        case .abandon(let id, let reason):
            switch try copy(id).state {
            case .waiting, .byHand, .failed: return try copy(id).stopped(reason, by: desk.person, at: desk.now)
            case .sending, .sent, .abandoned, .recalled, .removing, .removed: throw Post.notNow
            }
        case .recordRemoved(let id):
            guard case .removing = try copy(id).state else { throw Post.notNow }
            return .removed(copy: id, by: desk.person, at: desk.now)
        default: throw Post.notNow
        }
    }

    /// Whoever may have the whole post withdrawn may have it taken down from one account.
    private func takenDown(_ id: String, _ reason: String, at desk: Desk) throws(Refusal) -> Event {
        guard isMinder(desk) || desk.has(anyOf: Post.withdrawers) else {
            throw .notAuthorised(reason: "You may not take this post down.", whoMay: Post.withdrawers)
        }
        guard case .sent = try copy(id).state else { throw Post.notNow }
        return .takedownBegan(copy: id, reason: reason, by: desk.person, at: desk.now)
    }

    package func copy(_ id: String) throws(Refusal) -> PostCopy {
        guard let copy = copies.first(where: { $0.id == id }) else { throw .notFound }
        return copy
    }

    private static let notNow = Refusal.wrongState("This copy of the post has moved on. Look at it again.")
}

extension PostCopy {
    /// What was never tried is left out. What a try may have put up is looked for first.
    func stopped(_ reason: String, by person: PersonID, at: Instant) -> Post.Event {
        mayHaveArrived
            ? .takedownBegan(copy: id, reason: reason, by: person, at: at)
            : .abandoned(copy: id, reason: reason, by: person, at: at)
    }
}
