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

    /// The words that a person gave with an event. What cannot be read is left out: a timeline must always show.
    private static func detail(of type: String, _ payload: [UInt8]) -> String? {
        if type.hasPrefix("edition.") { return editionDetail(payload) }
        guard type.hasPrefix("account."), let event = try? Coding.decode(Account.Event.self, from: payload) else {
            return nil
        }
        return switch event {
        case .withdrawn(let reason, _, _), .sentBack(let reason, _, _), .rejected(let reason, _, _),
            .revealed(let reason, _, _),
            .passwordChanged(_, let reason, _, _), .closed(_, let reason, _, _):
            reason
        case .approved(let approval): approval.note
        case .accessReviewed(let review, _, _, _): review.note
        case .handedOver(_, _, let note, _, _): note
        case .unofficialReported(_, let account): account.description
        case .unofficialActedOn(let action, _): action.done
        case .applied, .revised, .opened, .peopleSet, .leaverNoted: nil
        }
    }

    private static func editionDetail(_ payload: [UInt8]) -> String? {
        guard let event = try? Coding.decode(Edition.Event.self, from: payload) else { return nil }
        return switch event {
        case .started(_, let reason, _, _, _, _, _, _), .described(_, let reason), .discarded(let reason, _, _): reason
        case .saved(_, _, _, let note, _, _): note
        case .readied: nil
        }
    }
}
