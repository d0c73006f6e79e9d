package import Policy

/// A post on the school's accounts: written, checked, approved by somebody else, published, and taken down again.
package struct Post: Record {
    package static let kind = Kind.post

    package var content: PostContent
    /// When its author would have it published; nil for no day of its own.
    package var wantedAt: Instant?
    package var author: PersonID
    package var startedAt: Instant
    package var changedAt: Instant
    /// Who ran its accounts when it was last changed, the author aside.
    package var circle: [PersonID]
    /// The roles that approve posts, by the policy when it was last changed.
    package var readers: [Role]
    /// Everybody who has changed it since it was last submitted.
    package var editors: [PersonID]
    package var phase: Phase
    /// What is published; nil until it first is.
    package var live: LivePost?
    package var copies: [PostCopy]
    package var corrections: [PostCorrection]
    /// What was last approved, to be told what has changed since.
    package var approvedBefore: PostContent?
    /// How often it was submitted.
    package var submissions: Int
    /// The author has left the school.
    package var authorLeft: Bool

    /// The stages of a post's life. Each carries only what that stage has.
    package enum Phase: Sendable, Equatable, Codable {
        case draft
        case submitted(Submission)
        case returned(Submission, Return)
        case refused(Submission, reason: String, by: PersonID, at: Instant)
        case approved(Submission, PostApproval)
        case scheduled(Submission, PostApproval, due: Instant)
        /// Its time came, and something stood against it.
        case held(Submission, PostApproval, Hold)
        case publishing(since: Instant)
        case published(since: Instant)
        /// Copies are still to be taken down.
        case withdrawing(Withdrawal)
        case withdrawn(Withdrawal, at: Instant)
        case discarded(reason: String, by: PersonID, at: Instant)
    }
}

extension Post {
    /// The post as somebody sent it on to be approved.
    package struct Submission: Sendable, Equatable, Codable {
        /// Counts from 1.
        package var number: Int
        package var by: PersonID
        package var at: Instant
        /// When it is to be decided on.
        package var due: Instant
        /// SHA-256 of exactly what was submitted.
        package var hash: String
        package var remarks: [PostRemark]
        package var confirmations: [RemarkConfirmation]
        /// The roles that may approve it, by the policy then in force and what the checks found.
        package var approvers: [Role]
        /// Who wrote it: its author, who submitted it, and everybody who changed it since it was submitted before.
        package var hands: [PersonID]
        /// Children who are shown or named.
        package var children: [PupilID]
        /// Who added, described or tagged its pictures, those who wrote it aside; nil for nobody.
        package var pictureHands: [PersonID]?
    }

    package struct Return: Sendable, Equatable, Codable {
        package var note: String
        package var comments: [PostComment]
        package var by: PersonID
        package var at: Instant
    }

    package struct Hold: Sendable, Equatable, Codable {
        package var reasons: [HoldReason]
        package var since: Instant
        /// When it was to be published.
        package var due: Instant
    }

    package struct Withdrawal: Sendable, Equatable, Codable {
        package var reason: String
        package var by: PersonID
        package var at: Instant
    }
}

/// Somebody's word on a part of a post.
package struct PostComment: Sendable, Equatable, Codable {
    /// The words that it is about; empty where it is about the whole.
    package var quote: String
    /// First byte and the byte after the last of the quote, of the UTF-8 of the words; nil where it is about the whole.
    package var start: Int?
    package var end: Int?
    /// The account whose own words are quoted; nil for the words that the accounts share.
    package var account: String?
    package var text: String

    package init(quote: String = "", start: Int? = nil, end: Int? = nil, account: String? = nil, text: String) {
        self.quote = quote
        self.start = start
        self.end = end
        self.account = account
        self.text = text
    }
}

package struct PostApproval: Sendable, Equatable, Codable {
    package var by: PersonID
    package var at: Instant
    package var note: String
    /// SHA-256 of exactly what was approved.
    package var hash: String
    /// It counts until then.
    package var until: Instant
    /// Keys of the findings that were known when it was approved: any other holds the post.
    package var known: [String]
}

/// What stands against publishing a post when its time has come.
package struct HoldReason: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case blackout, changed, expired, account, picture, consent, finding
        case notChecked = "not-checked"
    }

    package var kind: Kind
    /// Without a child’s name: who it is, a page works out for those who may know.
    package var text: String
    package var pupil: PupilID?
    /// The last day of a blackout.
    package var until: Day?

    package init(_ kind: Kind, _ text: String, pupil: PupilID? = nil, until: Day? = nil) {
        self.kind = kind
        self.text = text
        self.pupil = pupil
        self.until = until
    }
}

/// What was decided to be published, as it stood at that moment.
package struct LivePost: Sendable, Equatable, Codable {
    package struct Picture: Sendable, Equatable, Codable {
        package var id: PictureID
        package var hash: String
        package var altText: String
    }

    package var content: PostContent
    package var hash: String
    package var approval: PostApproval
    package var pictures: [Picture]
    /// Children who are shown or named in it.
    package var children: [PupilID]
    package var at: Instant
    /// 1 for the first, one more for each correction.
    package var number: Int
}

package struct PostCorrection: Sendable, Equatable, Codable {
    package var reason: String
    package var by: PersonID
    package var at: Instant
    /// When the corrected post took the place of the one before; nil while it has not.
    package var publishedAt: Instant?
}
