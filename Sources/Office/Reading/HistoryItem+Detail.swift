import Ledger
import Policy
import Records

extension HistoryItem {
    init(_ event: PastEvent) {
        self.init(
            position: event.position, type: event.type, actor: PersonID(event.stamp.actor),
            at: Instant(seconds: event.stamp.time),
            detail: event.payload.flatMap { Self.detail(of: event.type, $0) } ?? "")
    }

    /// As those see it who do not keep consents. Who did what follows from a consent, and when, tells whether a child's
    /// parents refused, were never asked, or the child may never be shown.
    var withoutConsents: HistoryItem? {
        switch type {
        case "pupil.answered", "pupil.publicationSet", "pupil.asked", "pupil.reopened", "picture.dated": return nil
        case "takedown.opened", "takedown.joined": return HistoryItem(self, by: .office, detail)
        case "post.abandoned" where detail == Post.leaveEnded, "post.takedownBegan" where detail == Post.leaveEnded:
            return HistoryItem(self, by: .office, detail)
        default: return self
        }
    }

    /// As those see it who do not see pupils: why a post was held may name one.
    var withoutNames: HistoryItem { type == "post.held" ? HistoryItem(self, by: actor, "") : self }

    private init(_ item: HistoryItem, by actor: PersonID, _ detail: String) {
        self.init(position: item.position, type: item.type, actor: actor, at: item.at, detail: detail)
    }

    /// The words that a person gave with an event. What cannot be read is left out: a timeline must always show.
    private static func detail(of type: String, _ payload: [UInt8]) -> String? {
        switch type.prefix(while: { $0 != "." }) {
        case "account": (try? Coding.decode(Account.Event.self, from: payload)).flatMap(detail)
        case "answer": (try? Coding.decode(KeptAnswer.Event.self, from: payload)).flatMap(detail)
        case "judgement": (try? Coding.decode(Judgement.Event.self, from: payload)).flatMap(detail)
        case "post": (try? Coding.decode(Post.Event.self, from: payload)).flatMap(detail)
        case "edition": (try? Coding.decode(Edition.Event.self, from: payload)).flatMap(detail)
        default: nil
        }
    }

    private static func detail(_ event: Account.Event) -> String? {
        switch event {
        case .withdrawn(let reason, _, _), .sentBack(let reason, _, _), .rejected(let reason, _, _),
            .revealed(let reason, _, _),
            .passwordChanged(_, let reason, _, _), .closed(_, let reason, _, _), .disconnected(let reason, _, _):
            reason
        case .approved(let approval): approval.note
        case .accessReviewed(let review, _, _, _): review.note
        case .handedOver(_, _, let note, _, _): note
        case .unofficialReported(_, let account): account.description
        case .unofficialActedOn(let action, _): action.done
        case .connected(let connection, _, _, _): connection.place
        case .applied, .revised, .opened, .peopleSet, .leaverNoted: nil
        }
    }

    private static func detail(_ event: KeptAnswer.Event) -> String? {
        switch event {
        case .kept(_, _, let note, _, _), .noteWritten(let note, _, _): note
        }
    }

    private static func detail(_ event: Judgement.Event) -> String? {
        switch event {
        case .told(let matter, _, _, _, _): matter.situation
        case .moreAsked(let question, _, _): question
        case .explained(let text, _, _, _): text
        case .answered(let reply): "\(reply.outcome.label). \(reply.text)"
        case .withdrawn(let reason, _, _): reason
        case .adviceRecorded(let advice): "\(advice.from): \(advice.said)"
        case .changeAsked(let says, _, _): says
        case .changeSettled(let done, _, _): done
        case .acknowledged, .leaverNoted: nil
        }
    }

    private static func detail(_ event: Post.Event) -> String? {
        switch event {
        case .approved(let approval): approval.note
        case .sentBack(let back): back.note
        case .refused(let reason, _, _), .abandoned(_, let reason, _, _), .discarded(let reason, _, _),
            .takedownBegan(_, let reason, _, _):
            reason
        case .held(let reasons, _): reasons.map(\.text).joined(separator: " ")
        case .delivered(_, let sent, _): sent.address
        case .deliveryFailed(_, let reason, _, _), .removalFailed(_, let reason, _, _): reason
        case .withdrawn(let withdrawal): withdrawal.reason
        case .correctionBegan(let correction): correction.reason
        case .started, .saved, .submitted, .scheduled, .unscheduled, .publishingBegan, .deliveryBegan, .removed,
            .looked,
            .triedAgain, .putUpByHand, .leaverNoted, .notThere:
            nil
        }
    }

    private static func detail(_ event: Edition.Event) -> String? {
        switch event {
        case .started(_, let reason, _, _, _, _, _, _), .described(_, let reason), .discarded(let reason, _, _): reason
        case .saved(_, _, _, let note, _, _): note
        case .readied: nil
        }
    }
}
