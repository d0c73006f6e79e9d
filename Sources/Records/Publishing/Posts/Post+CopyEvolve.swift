import Policy

extension Post {
    mutating func evolveCopy(_ event: Event) {
        switch event {
        case .deliveryBegan(let id, let at): change(id, at) { $0.begin(at) }
        case .delivered(let id, let sent, let at): change(id, at) { $0.arrive(sent, at) }
        case .deliveryFailed(let id, let reason, let again, let at): change(id, at) { $0.fail(reason, again, at) }
        case .removed(let id, let by, let at):
            change(id, at) { copy in
                switch copy.state {
                case .removing(let sent, _, _, _), .sent(let sent): copy.state = .removed(sent, by: by, at: at)
                case .waiting, .sending, .byHand, .failed, .abandoned, .recalled, .removed: break
                }
            }
        case .removalFailed(let id, let reason, let again, let at):
            change(id, at) { copy in
                guard case .removing(let sent, let attempts, let byHand, let since) = copy.state else { return }
                let next = PostCopy.Attempts(tries: attempts.tries + 1, next: again ?? at, last: reason)
                copy.state = .removing(sent, next, byHand: byHand || again == nil, since: since)
            }
        case .looked(let id, let found, let at):
            change(id, at) { $0.look = PostCopy.Look(found: found, at: at) }
        case .triedAgain(let id, _, let at): change(id, at) { $0.tryAgain(at) }
        case .putUpByHand(let id, _, let at): change(id, at) { $0.state = .byHand(since: at) }
        case .abandoned(let id, let reason, let by, let at):
            change(id, at) { $0.state = .abandoned(reason: reason, by: by, at: at) }
        case .takedownBegan(let id, _, _, let at): change(id, at) { $0.takeDown(at: at) }
        case .notThere(let id, let at):
            change(id, at) { copy in
                guard case .recalled = copy.state else { return }
                copy.state = .abandoned(reason: Post.wasNotUp, by: .office, at: at)
            }
        default: break
        }
    }

    private mutating func change(_ id: String, _ at: Instant, _ change: (inout PostCopy) -> Void) {
        guard let index = copies.firstIndex(where: { $0.id == id }) else { return }
        change(&copies[index])
        settle(at)
    }
}

extension PostCopy {
    fileprivate mutating func begin(_ at: Instant) {
        switch state {
        case .waiting(let attempts):
            state = .sending(Attempts(tries: attempts.tries + 1, next: attempts.next, last: attempts.last), since: at)
        case .sending(let attempts, let since):
            state = .sending(
                Attempts(tries: attempts.tries + 1, next: attempts.next, last: attempts.last), since: since)
        case .byHand, .failed, .sent, .abandoned, .recalled, .removing, .removed: break
        }
    }

    fileprivate mutating func arrive(_ sent: SentPost, _ at: Instant) {
        switch state {
        case .recalled: state = .removing(sent, Attempts(next: at), byHand: sent.identifier.isEmpty, since: at)
        case .waiting, .sending, .byHand, .failed: state = .sent(sent)
        case .sent, .abandoned, .removing, .removed: break
        }
    }

    fileprivate mutating func fail(_ reason: String, _ again: Instant?, _ at: Instant) {
        switch state {
        case .sending(let attempts, _):
            state =
                if let again {
                    .waiting(Attempts(tries: attempts.tries, next: again, last: reason))
                } else {
                    .failed(reason: reason, tries: attempts.tries, at: at)
                }
        case .recalled(let attempts, let since):
            state =
                if let again {
                    .recalled(Attempts(tries: attempts.tries + 1, next: again, last: reason), since: since)
                } else {
                    .abandoned(reason: reason, by: .office, at: at)
                }
        case .waiting, .byHand, .failed, .sent, .abandoned, .removing, .removed: break
        }
    }

    /// What the last try came to stays written, so that the next looks for what it may have left.
    fileprivate mutating func tryAgain(_ at: Instant) {
        let last = if case .failed(let reason, _, _) = state { reason } else { "" }
        state = .waiting(Attempts(next: at, last: last))
    }

    /// Withdrawn, replaced by a correction, or stopped. What may be up is not left out before somebody knows.
    mutating func takeDown(at: Instant, because withdrawal: Post.Withdrawal? = nil) {
        switch state {
        case .sending(let attempts, _): recall(attempts.last, at: at)
        case .waiting(let attempts) where mayHaveArrived: recall(attempts.last, at: at)
        case .failed(let reason, _, _): recall(reason, at: at)
        case .waiting, .byHand:
            state = .abandoned(
                reason: withdrawal?.reason ?? "A correction took its place.", by: withdrawal?.by ?? .office, at: at)
        case .sent(let sent):
            state = .removing(sent, Attempts(next: at), byHand: sent.identifier.isEmpty, since: at)
        case .abandoned, .recalled, .removing, .removed: break
        }
    }

    private mutating func recall(_ last: String, at: Instant) {
        state = .recalled(Attempts(next: at, last: last), since: at)
    }
}
