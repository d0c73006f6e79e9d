@testable import Policy
@testable import Records

/// Posts, as ``GoldenSamples`` has the other kinds.
extension GoldenSamples {
    private static let day = Day(number: 20_777)
    private static let at = Instant(seconds: 1_795_168_800)
    private static let due = Instant(seconds: 1_795_798_800)
    private static let ann = PersonID("p-ann")
    private static let bob = PersonID("p-bob")
    private static let content = PostContent(
        words: "Our “trip” to the pond\nwas a joy.", ownWords: ["site": "More of our trip."],
        accounts: ["oak", "site"],
        pictures: [PictureID("pond")], speaker: "Oak Class", source: "A parent / CC BY 4.0")
    private static let remark = PostRemark(
        kind: .claim, severity: .warning, place: .words(account: "site"), start: 0, end: 4, says: "More.",
        mend: "Check it.", clauses: ["oakdene-1"], pupil: PupilID("c-ada"))
    private static let approval = PostApproval(
        by: bob, at: at, note: "Lovely.", hash: "00ff", until: due, known: [remark.key])

    static func next(_ event: Post.Event?) -> Post.Event? {
        switch event {
        case nil:
            .started(content: content, wantedAt: due, circle: [bob], readers: [.headteacher, .slt], by: ann, at: at)
        case .started:
            .saved(content: content, wantedAt: nil, circle: [], readers: [.headteacher], by: bob, at: at)
        case .saved:
            .submitted(
                submission: Post.Submission(
                    number: 1, by: ann, at: at, due: due, hash: "00ff", remarks: [remark],
                    confirmations: [RemarkConfirmation(remark: remark, why: "It is so.", by: ann, at: at)],
                    approvers: [.headteacher], hands: [ann, bob], children: [PupilID("c-ada")]))
        case .submitted: .approved(approval: approval)
        case .approved:
            .sentBack(
                back: Post.Return(
                    note: "Say when.",
                    comments: [
                        PostComment(quote: "trip", start: 4, end: 8, account: "site", text: "Which?"),
                        PostComment(text: "Good."),
                    ], by: bob, at: at))
        case .sentBack: .refused(reason: "Not ours.", by: bob, at: at)
        case .refused: .scheduled(due: due, by: ann, at: at)
        case .scheduled: .unscheduled(by: ann, at: at)
        case .unscheduled:
            .held(
                reasons: [
                    HoldReason(.blackout, "An election.", until: day),
                    HoldReason(.consent, "Not to be shown.", pupil: PupilID("c-ada")),
                ], at: at)
        case .held: publishingBegan
        case .publishingBegan: .deliveryBegan(copy: "oak-1", at: at)
        case .deliveryBegan:
            .delivered(
                copy: "oak-1",
                sent: SentPost(
                    identifier: "17", address: "https://social.example/17", sent: "{}", sentHash: "11", by: .office,
                    at: at), at: at)
        case .delivered: .deliveryFailed(copy: "oak-1", reason: "It is away.", again: due, at: at)
        case .deliveryFailed: .removed(copy: "oak-1", by: ann, at: at)
        case .removed: .removalFailed(copy: "oak-1", reason: "It is away.", again: due, at: at)
        case .removalFailed: .looked(copy: "oak-1", found: .changed, at: at)
        case .looked: .triedAgain(copy: "oak-1", by: ann, at: at)
        case .triedAgain: .putUpByHand(copy: "oak-1", by: ann, at: at)
        case .putUpByHand: .abandoned(copy: "oak-1", reason: "Not needed.", by: ann, at: at)
        case .abandoned: .withdrawn(withdrawal: Post.Withdrawal(reason: "A parent asked.", by: ann, at: at))
        case .withdrawn: .correctionBegan(correction: PostCorrection(reason: "The day.", by: ann, at: at))
        case .correctionBegan: .discarded(reason: "", by: ann, at: at)
        case .discarded: .leaverNoted(person: ann, at: at)
        case .leaverNoted: .takedownBegan(copy: "oak-1", reason: "A parent asked.", by: ann, at: at)
        case .takedownBegan: .notThere(copy: "oak-1", at: at)
        case .notThere: nil
        }
    }

    private static let publishingBegan = Post.Event.publishingBegan(
        published: LivePost(
            content: content, hash: "00ff", approval: approval,
            pictures: [.init(id: PictureID("pond"), hash: "aa", altText: "A pond")], children: [PupilID("c-ada")],
            at: at, number: 1),
        copies: [
            PostCopy(
                account: "oak", title: "Oak on Mastodon", platform: "mastodon", purpose: .socialMedia, number: 1,
                words: "Our trip", state: .waiting(PostCopy.Attempts(next: at))),
            PostCopy(
                account: "site", title: "The website", platform: "website", purpose: .website, number: 1,
                words: "More of our trip.", state: .byHand(since: at)),
        ], at: at)

    /// With nothing said beside what must be.
    /// With what was not written down at first: those who had a hand in its pictures, and how a copy got there.
    static let fullPost: [Post.Event] = [
        .submitted(
            submission: Post.Submission(
                number: 1, by: ann, at: at, due: due, hash: "00ff", remarks: [], confirmations: [], approvers: [],
                hands: [ann], children: [], pictureHands: [bob])),
        .delivered(
            copy: "oak-1",
            sent: SentPost(
                identifier: "17", address: "https://social.example/17", sent: "{}", sentHash: "11", by: .office, at: at,
                through: .mastodon(server: "https://social.example")), at: at),
    ]

    static let barePost: [Post.Event] = [
        .started(
            content: PostContent(words: "", accounts: ["oak"]), wantedAt: nil, circle: [], readers: [], by: ann, at: at),
        .submitted(
            submission: Post.Submission(
                number: 1, by: ann, at: at, due: due, hash: "00ff", remarks: [], confirmations: [], approvers: [],
                hands: [ann], children: [])),
        .deliveryFailed(copy: "oak-1", reason: "It is away.", again: nil, at: at),
        .removalFailed(copy: "oak-1", reason: "It is away.", again: nil, at: at),
    ]
}
