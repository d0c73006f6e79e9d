@testable import Policy
@testable import Records

/// Every stage of a post's life, with a state that has come to it by decisions. The author is the applicant, who runs
/// the accounts `oak` (connected) and `site` (by hand) with the lead.
enum PostStage: String, CaseIterable {
    case none, draft, submitted, returned, refused, approved, scheduled, held, blackedOut, publishing, sending, failed
    case published, correcting, withdrawing, withdrawn, recalled, discarded

    private var steps: [PostOrder] {
        let toApproval: [PostOrder] = [.start, .submit, .approve]
        let toPublishing = toApproval + [.schedule, .publish]
        let toPublished = toPublishing + [.beginDelivery, .delivered, .recordAddress]
        switch self {
        case .none: return []
        case .draft: return [.start]
        case .submitted: return [.start, .submit]
        case .returned: return [.start, .submit, .sendBack]
        case .refused: return [.start, .submit, .refuse]
        case .approved: return toApproval
        case .scheduled: return toApproval + [.schedule]
        case .held, .blackedOut: return toApproval + [.schedule, .publish]
        case .publishing: return toPublishing
        case .sending: return toPublishing + [.beginDelivery]
        case .failed: return toPublishing + [.beginDelivery, .deliveryFailed]
        case .published: return toPublished
        case .correcting: return toPublished + [.correct]
        case .withdrawing: return toPublished + [.withdraw]
        case .withdrawn: return toPublished + [.withdraw, .removed, .recordRemoved]
        case .recalled: return toPublishing + [.beginDelivery, .withdraw]
        case .discarded: return [.start, .discard]
        }
    }

    func state(under pack: Pack) throws -> Post? {
        var state: Post?
        for order in steps {
            var desk = try order.desk(state, under: pack)
            if order == .publish {
                if self == .held { desk.accounts["oak"]?.isOpen = false }
                if self == .blackedOut { desk.blackouts = [.sample] }
            }
            for event in try Post.decide(state, order.command, at: desk) { state = Post.evolve(state, event) }
        }
        return state
    }

    /// The commands that the right person may give here.
    var allowed: Set<PostOrder> {
        let writing: Set<PostOrder> = [.save, .submit, .discard, .noteLeaver, .publish]
        let copies: Set<PostOrder> = [.recordAddress, .abandon]
        let always: Set<PostOrder> = [.noteLeaver, .publish]
        return switch self {
        case .none: [.start]
        case .draft, .returned: writing
        case .submitted: Set<PostOrder>([.save, .discard, .approve, .sendBack, .refuse]).union(always)
        case .refused, .discarded: always
        case .approved: writing.union([.schedule])
        case .scheduled: Set<PostOrder>([.save, .discard, .schedule, .unschedule]).union(always)
        case .held, .blackedOut: writing.union([.schedule, .unschedule])
        case .publishing: Set<PostOrder>([.beginDelivery, .putUpByHand, .withdraw]).union(copies).union(always)
        case .sending:
            Set<PostOrder>([.beginDelivery, .delivered, .deliveryFailed, .withdraw]).union(copies).union(always)
        case .failed: Set<PostOrder>([.tryAgain, .putUpByHand, .withdraw]).union(copies).union(always)
        // That it arrived is told again, and known already.
        case .published: Set<PostOrder>([.correct, .withdraw, .takeDown, .delivered]).union(always)
        case .correcting: writing.union([.withdraw, .takeDown, .delivered])
        case .withdrawing: Set<PostOrder>([.removed, .removalFailed, .recordRemoved]).union(always)
        case .withdrawn: always.union([.removed])
        case .recalled: Set<PostOrder>([.delivered, .deliveryFailed, .notThere]).union(always)
        }
    }
}

/// A command of each kind, the same every time.
enum PostOrder: String, CaseIterable {
    case start, save, submit, approve, sendBack, refuse, schedule, unschedule, publish, beginDelivery, delivered
    case deliveryFailed, removed, removalFailed, looked, recordAddress, tryAgain, putUpByHand, abandon, recordRemoved
    case withdraw, correct, discard, noteLeaver, notThere, takeDown

    /// The hash that desks here give to every content: tests that need others set it.
    static let hash = "00ff"

    var command: Post.Command {
        switch self {
        case .start: .start(.sample, wantedAt: nil)
        case .save: .save(.other, wantedAt: nil)
        case .submit: .submit(confirmations: [:])
        case .approve: .approve(hash: Self.hash, note: "")
        case .sendBack: .sendBack(note: "Say when", comments: [PostComment(quote: "trip", text: "Which?")])
        case .refuse: .refuse(reason: "Not ours to say")
        case .schedule: .schedule(at: nil)
        case .unschedule: .unschedule
        case .publish: .publish
        case .beginDelivery: .beginDelivery(copy: "oak-1")
        case .delivered:
            .delivered(
                copy: "oak-1",
                SentPost(
                    identifier: "17", address: "https://social.example/17", sent: "{}", sentHash: "11", by: .office,
                    at: Moment.now))
        case .deliveryFailed: .deliveryFailed(copy: "oak-1", reason: "It is away", again: nil)
        case .removed: .removed(copy: "oak-1")
        case .removalFailed: .removalFailed(copy: "oak-1", reason: "It is away", again: nil)
        case .looked: .looked(copy: "oak-1", .present)
        case .recordAddress: .recordAddress(copy: "site-1", address: "https://oak.example/trip")
        case .tryAgain: .tryAgain(copy: "oak-1")
        case .putUpByHand: .putUpByHand(copy: "oak-1")
        case .abandon: .abandon(copy: "site-1", reason: "Not needed there")
        case .recordRemoved: .recordRemoved(copy: "site-1")
        case .withdraw: .withdraw(reason: "A parent asked")
        case .correct: .correct(reason: "The day is wrong")
        case .discard: .discard(reason: "")
        case .noteLeaver: .noteLeaver(Cast.lead.id)
        case .notThere: .notThere(copy: "oak-1")
        case .takeDown: .takeDown(copy: "oak-1", reason: "A parent asked")
        }
    }

    var isTheOffices: Bool {
        switch self {
        case .publish, .beginDelivery, .delivered, .deliveryFailed, .removed, .removalFailed, .looked, .noteLeaver,
            .notThere:
            true
        case .start, .save, .submit, .approve, .sendBack, .refuse, .schedule, .unschedule, .recordAddress, .tryAgain,
            .putUpByHand, .abandon, .recordRemoved, .withdraw, .correct, .discard, .takeDown:
            false
        }
    }

    /// Somebody who may give it, wherever it can be given.
    var giver: Cast {
        switch self {
        case .approve, .sendBack, .refuse: .head
        default: .applicant
        }
    }

    func desk(_ state: Post?, under pack: Pack) throws -> Desk {
        var desk = try Desk.of(giver, pack: pack, isReaction: isTheOffices)
        desk.layPosts()
        return desk
    }
}

extension Desk {
    /// The accounts, pictures and pupils of these tests, and a proof that finds nothing.
    mutating func layPosts(_ remarks: [PostRemark] = []) {
        let both = [Cast.applicant.id, Cast.lead.id]
        accounts = [
            "oak": AccountCard(
                key: "oak", title: "Oak on Mastodon", platform: "mastodon", address: "https://social.example/@oak",
                isOpen: true, operators: both, purpose: .socialMedia, isByHand: false),
            "site": AccountCard(
                key: "site", title: "The website", platform: "website", isOpen: true, operators: both,
                purpose: .website, isByHand: true),
            "shut": AccountCard(
                key: "shut", title: "Old", platform: "x", isOpen: false, operators: both, purpose: .socialMedia,
                isByHand: true),
            "others": AccountCard(
                key: "others", title: "Theirs", platform: "x", isOpen: true, operators: [Cast.newcomer.id],
                purpose: .socialMedia, isByHand: true),
        ]
        pictures = [PictureID("pond"): .pond]
        pupils = [PupilID("c-ada"): .ada]
        proof = PostProof(hash: PostOrder.hash, remarks: remarks)
    }
}

extension PostContent {
    static let sample = PostContent(
        words: "Our trip to the pond was a joy.", accounts: ["oak", "site"], pictures: [PictureID("pond")],
        speaker: "Oak Class")
    static let other = PostContent(words: "Our trip was put off.", accounts: ["oak", "site"])
}

extension PictureCard {
    static let pond = PictureCard(
        id: PictureID("pond"), fileName: "pond.jpg", hash: "aa", altText: "Children at a pond",
        pupils: [PupilID("c-ada")], untaggedFaces: 0, isNobodyIdentifiable: false, isKept: true, goesOn: nil)
}

extension PupilCard {
    static let ada = PupilCard(
        id: PupilID("c-ada"), first: "Ada", last: "Bell", nicknames: [], className: "Oak", year: 3, isHere: true,
        leaves: [
            ImageLeave(purpose: .socialMedia, platforms: ["mastodon"], basis: .consent, until: Moment.today),
            ImageLeave(purpose: .website, basis: .consent, until: nil),
        ])
}

extension Blackout {
    static let sample = Blackout(
        first: Moment.today, last: Moment.today.adding(days: 2), reason: .bereavement, note: "", by: Cast.head.id,
        at: Moment.now)
}
