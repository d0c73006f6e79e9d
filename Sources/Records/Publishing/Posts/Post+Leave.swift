import Policy

/// What becomes of copies once leave to show a child has ended.
extension Post {
    /// Whose leave, and why it ended, is not said: everybody who sees the post reads it.
    package static let leaveEnded = "Leave to show somebody in it has ended."

    package static let wasNotUp = "It was looked for, and is not there."

    /// What is not up yet does not go up where leave has ended, and what a try may have put up is looked for. One that
    /// somebody is to put up by hand may be up without being recorded: its takedown lists it.
    func stopping(_ pupil: PupilID, _ purposes: [ImagePurpose], at desk: Desk) -> [Event] {
        guard live?.children.contains(pupil) == true else { return [] }
        return copies.filter { purposes.contains($0.purpose) }.compactMap { copy in
            switch copy.state {
            case .waiting, .sending, .byHand, .failed: copy.stopped(Post.leaveEnded, by: .office, at: desk.now)
            case .sent, .abandoned, .recalled, .removing, .removed: nil
            }
        }
    }

    /// Whether every child in its pictures may be shown today where this copy goes.
    func mayShow(_ copy: PostCopy, at desk: Desk) -> Bool {
        (live?.pictures ?? []).flatMap { desk.pictures[$0.id]?.pupils ?? [] }.allSatisfy { child in
            desk.pupils[child]?.leave(for: copy.purpose, on: copy.leavePlatform, day: desk.today).isGiven == true
        }
    }

    /// Somebody looked, or the platform was asked: it is not there any more.
    func gone(from account: String, at desk: Desk) -> [Event] {
        copies.filter { $0.account == account }.compactMap { copy in
            switch copy.state {
            case .sent, .removing: .removed(copy: copy.id, by: desk.person, at: desk.now)
            case .waiting, .sending, .byHand, .failed, .abandoned, .recalled, .removed: nil
            }
        }
    }
}

extension PostCopy {
    /// The account's key in the identifier of one of its copies.
    package static func account(of id: String) -> String {
        id.lastIndex(of: "-").map { String(id[..<$0]) } ?? id
    }

    fileprivate var leavePlatform: String? { purpose == .socialMedia ? platform : nil }

    /// People may see it: somebody was to put it up by hand and may have done so, or a try may have got through.
    var mayBeSeen: Bool {
        if case .byHand = state { true } else { isOut || mayHaveArrived }
    }
}
