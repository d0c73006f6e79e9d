package import Policy

/// A post on one account: on its way there, there, or taken down.
package struct PostCopy: Sendable, Equatable, Codable {
    /// The key of the account's record.
    package var account: String
    /// The account's title and platform when it was published.
    package var title: String
    package var platform: String
    /// What a picture there is used for.
    package var purpose: ImagePurpose
    /// The publication that it belongs to: 1 for the first, one more for each correction.
    package var number: Int
    /// Exactly what is put up.
    package var words: String
    package var state: State
    /// What was last found when it was read back.
    package var look: Look?

    /// Names it among the copies of its post.
    package var id: String { "\(account)-\(number)" }

    package enum State: Sendable, Equatable, Codable {
        /// To be sent when its time has come.
        case waiting(Attempts)
        /// A try has begun; what came of it is not known yet.
        case sending(Attempts, since: Instant)
        /// Somebody is to put it up and record the address.
        case byHand(since: Instant)
        case failed(reason: String, tries: Int, at: Instant)
        case sent(SentPost)
        /// Not to be sent any more.
        case abandoned(reason: String, by: PersonID, at: Instant)
        /// It was stopped after a try that may have got through: it is looked for there, and taken down if it is found.
        case recalled(Attempts, since: Instant)
        /// To be taken down; by a person where `byHand`.
        case removing(SentPost, Attempts, byHand: Bool, since: Instant)
        case removed(SentPost, by: PersonID, at: Instant)
    }

    package struct Attempts: Sendable, Equatable, Codable {
        package var tries: Int
        /// Not before this.
        package var next: Instant
        /// What the last try came to; empty before the first.
        package var last: String

        package init(tries: Int = 0, next: Instant, last: String = "") {
            self.tries = tries
            self.next = next
            self.last = last
        }
    }

    package struct Look: Sendable, Equatable, Codable {
        package enum Found: String, Sendable, CaseIterable, Codable { case present, changed, gone, unknown }

        package var found: Found
        package var at: Instant
    }

    /// A try was made, and nobody has found out whether it got through: an answer can be lost after the work was done.
    package var mayHaveArrived: Bool {
        switch state {
        case .waiting(let attempts): attempts.tries > 0 || !attempts.last.isEmpty
        case .sending, .failed, .recalled: true
        case .byHand, .sent, .abandoned, .removing, .removed: false
        }
    }

    /// People may be able to see it.
    package var isOut: Bool {
        switch state {
        case .sending, .sent, .recalled, .removing: true
        case .waiting, .byHand, .failed, .abandoned, .removed: false
        }
    }

    /// Nothing is to be done about it any more.
    package var isSettled: Bool {
        switch state {
        case .sent, .abandoned, .removed: true
        case .waiting, .sending, .byHand, .failed, .recalled, .removing: false
        }
    }

    package var sent: SentPost? {
        switch state {
        case .sent(let sent), .removing(let sent, _, _, _), .removed(let sent, _, _): sent
        case .waiting, .sending, .byHand, .failed, .abandoned, .recalled: nil
        }
    }
}

/// What stands at a platform, and what was sent to get it there.
package struct SentPost: Sendable, Equatable, Codable {
    /// What the platform calls it; empty for one that was put up by hand.
    package var identifier: String
    package var address: String
    /// The request as it was sent, without secrets and pictures' bytes; empty for one that was put up by hand.
    package var sent: String
    /// SHA-256 of `sent`, lower-case hexadecimal; empty likewise.
    package var sentHash: String
    /// The person who put it up, or the office.
    package var by: PersonID
    package var at: Instant
    /// By which connection it got there: another one’s server has never heard of it, which does not make it gone. Nil for
    /// one that was put up by hand, and for those of before this was written down.
    package var through: Connection?

    package init(
        identifier: String, address: String, sent: String = "", sentHash: String = "", by: PersonID, at: Instant,
        through: Connection? = nil
    ) {
        self.identifier = identifier
        self.address = address
        self.sent = sent
        self.sentHash = sentHash
        self.by = by
        self.at = at
        self.through = through
    }

    /// Whether a connection leads to where it stands.
    package func isReached(by connection: Connection) -> Bool { through.map { $0 == connection } ?? true }
}
