package import Policy

extension Post {
    package enum Command: Sendable, Equatable {
        case start(PostContent, wantedAt: Instant?)
        case save(PostContent, wantedAt: Instant?)
        /// With a word for each warning, by the remark's key.
        case submit(confirmations: [String: String])
        /// - Parameter hash: of what the approver looked at.
        case approve(hash: String, note: String)
        case sendBack(note: String, comments: [PostComment])
        case refuse(reason: String)
        /// nil for at once.
        case schedule(at: Instant?)
        case unschedule
        /// Its time has come: given by the office alone, as is all that befalls its copies.
        case publish
        case beginDelivery(copy: String)
        case delivered(copy: String, SentPost)
        /// - Parameter again: when to try again; nil to give up.
        case deliveryFailed(copy: String, reason: String, again: Instant?)
        case removed(copy: String)
        /// What was stopped was looked for, and is not at the platform.
        case notThere(copy: String)
        case removalFailed(copy: String, reason: String, again: Instant?)
        case looked(copy: String, PostCopy.Look.Found)
        /// What a person does about a copy.
        case recordAddress(copy: String, address: String)
        case tryAgain(copy: String)
        case putUpByHand(copy: String)
        case abandon(copy: String, reason: String)
        case recordRemoved(copy: String)
        /// From this account alone.
        case takeDown(copy: String, reason: String)
        case withdraw(reason: String)
        case correct(reason: String)
        case discard(reason: String)
        /// Somebody has left the school: given by the office alone.
        case noteLeaver(PersonID)
        /// Leave to show a child has ended for these purposes: given by the office alone.
        case stopUnsent(PupilID, purposes: [ImagePurpose])
        /// Somebody recorded with its takedown that it is gone from an account: given by the office alone.
        case noteGone(account: String)
    }

    package enum Event: RecordEvent {
        case started(
            content: PostContent, wantedAt: Instant?, circle: [PersonID], readers: [Role], by: PersonID, at: Instant)
        case saved(
            content: PostContent, wantedAt: Instant?, circle: [PersonID], readers: [Role], by: PersonID, at: Instant)
        case submitted(submission: Submission)
        case approved(approval: PostApproval)
        case sentBack(back: Return)
        case refused(reason: String, by: PersonID, at: Instant)
        case scheduled(due: Instant, by: PersonID, at: Instant)
        case unscheduled(by: PersonID, at: Instant)
        case held(reasons: [HoldReason], at: Instant)
        case publishingBegan(published: LivePost, copies: [PostCopy], at: Instant)
        case deliveryBegan(copy: String, at: Instant)
        case delivered(copy: String, sent: SentPost, at: Instant)
        case deliveryFailed(copy: String, reason: String, again: Instant?, at: Instant)
        case removed(copy: String, by: PersonID, at: Instant)
        case removalFailed(copy: String, reason: String, again: Instant?, at: Instant)
        case looked(copy: String, found: PostCopy.Look.Found, at: Instant)
        case triedAgain(copy: String, by: PersonID, at: Instant)
        case putUpByHand(copy: String, by: PersonID, at: Instant)
        case abandoned(copy: String, reason: String, by: PersonID, at: Instant)
        case withdrawn(withdrawal: Withdrawal)
        case correctionBegan(correction: PostCorrection)
        case discarded(reason: String, by: PersonID, at: Instant)
        case leaverNoted(person: PersonID, at: Instant)
        /// One copy is to go: it is taken down, or looked for where it is not known to be up.
        case takedownBegan(copy: String, reason: String, by: PersonID, at: Instant)
        case notThere(copy: String, at: Instant)

        package var name: String {
            switch self {
            case .started: "started"
            case .saved: "saved"
            case .submitted: "submitted"
            case .approved: "approved"
            case .sentBack: "sentBack"
            case .refused: "refused"
            case .scheduled: "scheduled"
            case .unscheduled: "unscheduled"
            case .held: "held"
            case .publishingBegan: "publishingBegan"
            case .deliveryBegan: "deliveryBegan"
            case .delivered: "delivered"
            case .deliveryFailed: "deliveryFailed"
            case .removed: "removed"
            case .removalFailed: "removalFailed"
            case .looked: "looked"
            case .triedAgain: "triedAgain"
            case .putUpByHand: "putUpByHand"
            case .abandoned: "abandoned"
            case .withdrawn: "withdrawn"
            case .correctionBegan: "correctionBegan"
            case .discarded: "discarded"
            case .leaverNoted: "leaverNoted"
            case .takedownBegan: "takedownBegan"
            case .notThere: "notThere"
            }
        }
    }
}
