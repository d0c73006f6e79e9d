import Policy

extension Post {
    /// What befalls one copy. A try that is told of twice is written down once.
    func copyEvents(_ command: Command, at desk: Desk) throws(Refusal) -> [Event] {
        switch command {
        case .beginDelivery(let id):
            switch try copy(id).state {
            case .waiting(let attempts):
                guard attempts.next <= desk.now else { throw .wrongState("It is not time yet to try again.") }
                guard try mayShow(copy(id), at: desk) else {
                    return [.abandoned(copy: id, reason: Post.leaveEnded, by: .office, at: desk.now)]
                }
            // The program ended while it was being sent, so it may be up already.
            case .sending:
                guard try mayShow(copy(id), at: desk) else {
                    return [
                        .deliveryFailed(
                            copy: id, reason: "\(Post.leaveEnded) Look whether it is up, and take it down.", again: nil,
                            at: desk.now)
                    ]
                }
            case .byHand, .failed, .sent, .abandoned, .recalled, .removing, .removed: throw Post.notNow
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
            case .sending, .recalled:
                return [.deliveryFailed(copy: id, reason: reason, again: again, at: desk.now)]
            case .waiting, .byHand, .failed, .sent, .abandoned, .removing, .removed: throw Post.notNow
            }
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
            case .waiting, .byHand, .failed:
                return .abandoned(copy: id, reason: reason, by: desk.person, at: desk.now)
            case .sending, .sent, .abandoned, .recalled, .removing, .removed: throw Post.notNow
            }
        case .recordRemoved(let id):
            guard case .removing = try copy(id).state else { throw Post.notNow }
            return .removed(copy: id, by: desk.person, at: desk.now)
        default: throw Post.notNow
        }
    }

    package func copy(_ id: String) throws(Refusal) -> PostCopy {
        guard let copy = copies.first(where: { $0.id == id }) else { throw .notFound }
        return copy
    }

    private static let notNow = Refusal.wrongState("This copy of the post has moved on. Look at it again.")
}
