package import Policy

extension Takedown {
    package enum Command: Sendable, Equatable {
        /// Leave to show a child has ended for these purposes: given by the office alone.
        case open(PupilID, purposes: [ImagePurpose])
        /// A copy came up where somebody in its pictures may not be shown any more: given by the office alone.
        case openEnded
        /// The post's own record says that it is gone from an account: given by the office alone.
        case noteGone(account: String)
        /// Somebody asks for it, a parent say.
        case openByHand(askedBy: String, says: String)
        case markGone(account: String, Gone.Seen, note: String)
        /// The same, and the platform was asked meanwhile and has it no more: made by the office of the one above.
        case markAskedGone(account: String, note: String)
        case setAside(reason: String)
    }

    package enum Event: RecordEvent {
        case opened(title: String, ground: Ground, copies: [Copy], pictures: [PictureID], due: Instant)
        case joined(ground: Ground, copies: [Copy], due: Instant)
        case gone(account: String, gone: Gone)
        case closed(at: Instant)
        case setAside(reason: String, by: PersonID, at: Instant)

        package var name: String {
            switch self {
            case .opened: "opened"
            case .joined: "joined"
            case .gone: "gone"
            case .closed: "closed"
            case .setAside: "setAside"
            }
        }
    }
}
