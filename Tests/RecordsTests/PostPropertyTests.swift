import Testing

@testable import Policy
@testable import Records

@Suite("Long lives of posts")
struct PostPropertyTests {
    private static let contents = [
        PostContent.sample, .other, PostContent(words: "Third", accounts: ["oak"]),
        PostContent(words: "Third", ownWords: ["site": "Fourth"], accounts: ["oak", "site"]),
    ]

    /// A hash that is the same for the same content and pictures: what the office makes of the canonical bytes.
    private func hash(_ content: PostContent, _ pictures: [PictureID: PictureCard]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in content.canonical(pictures: pictures) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return String(hash, radix: 16)
    }

    private func command(_ state: Post?, _ random: inout Seeded) -> Post.Command {
        let content = Self.contents.randomElement(using: &random) ?? .sample
        let copy = state?.copies.randomElement(using: &random)?.id ?? "oak-1"
        switch PostOrder.allCases.randomElement(using: &random) ?? .submit {
        case .start: return .start(content, wantedAt: nil)
        case .save: return .save(content, wantedAt: nil)
        case .approve: return .approve(hash: state?.submission?.hash ?? "", note: "")
        case .beginDelivery: return .beginDelivery(copy: copy)
        case .delivered:
            return .delivered(
                copy: copy, SentPost(identifier: "1", address: "https://a.example/1", by: .office, at: Moment.now))
        case .deliveryFailed:
            return .deliveryFailed(
                copy: copy, reason: "Away", again: Bool.random(using: &random) ? Moment.now : nil)
        case .removed: return .removed(copy: copy)
        case .notThere: return .notThere(copy: copy)
        case .takeDown: return .takeDown(copy: copy, reason: "")
        case .removalFailed: return .removalFailed(copy: copy, reason: "Away", again: nil)
        case .looked: return .looked(copy: copy, .gone)
        case .recordAddress: return .recordAddress(copy: copy, address: "https://a.example/1")
        case .tryAgain: return .tryAgain(copy: copy)
        case .putUpByHand: return .putUpByHand(copy: copy)
        case .abandon: return .abandon(copy: copy, reason: "")
        case .recordRemoved: return .recordRemoved(copy: copy)
        case .refuse:
            return Int.random(in: 0..<20, using: &random) == 0 ? .refuse(reason: "") : .submit(confirmations: [:])
        case .discard: return Int.random(in: 0..<20, using: &random) == 0 ? .discard(reason: "") : .publish
        case .withdraw: return Int.random(in: 0..<8, using: &random) == 0 ? .withdraw(reason: "") : .publish
        case .noteLeaver: return .submit(confirmations: [:])
        case let other: return other.command
        }
    }

    @Test(
        "whoever commands whatever: nobody approves what they wrote, and nothing but what was approved is published",
        arguments: 1...60)
    func lives(seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        let pack = try Pack.named(Pack.embeddedIDs[seed % Pack.embeddedIDs.count])
        var state: Post?
        var history: [Post.Event] = []
        /// Everybody who changed it since it was last submitted, counted here a second time.
        var writers: Set<PersonID> = []
        var submittedBy: Set<PersonID> = []
        var approved: (content: PostContent, hash: String)?
        var alt = "A pond"
        var published = 0
        for step in 0..<300 {
            if Int.random(in: 0..<25, using: &random) == 0 { alt = "A pond \(step)" }
            let command = command(state, &random)
            let who: Cast = [.applicant, .lead, .head, .leader, .office].randomElement(using: &random) ?? .lead
            var desk = try Desk.of(who, roles: Bool.random(using: &random) ? Set(Role.allCases) : nil, pack: pack)
            desk.layPosts()
            for key in desk.accounts.keys { desk.accounts[key]?.operators += [Cast.head.id, Cast.leader.id] }
            desk.pictures[PictureID("pond")]?.altText = alt
            let helper: Cast = [.head, .leader, .office, .governor].randomElement(using: &random) ?? .head
            desk.pictures[PictureID("pond")]?.hands = [helper.id]
            desk.isReaction = [.publish].contains(command) || command.isOfCopies
            desk.proof = state.map { PostProof(hash: hash($0.content, desk.pictures), remarks: []) }
            guard let events = try? Post.decide(state, command, at: desk) else { continue }
            for event in events {
                switch event {
                case .started(_, _, _, _, let by, _), .saved(_, _, _, _, let by, _):
                    writers.insert(by)
                    approved = nil
                case .submitted(let submission):
                    submittedBy = writers.union([submission.by])
                    writers = []
                    approved = nil
                case .approved(let approval):
                    #expect(!submittedBy.contains(approval.by), "\(approval.by) approved what they wrote")
                    #expect(approval.by != state?.author)
                    let isShown = state?.content.pictures.contains(PictureID("pond")) == true
                    #expect(!isShown || approval.by != helper.id, "\(approval.by) approved their own picture")
                    approved = state.map { ($0.content, hash($0.content, desk.pictures)) }
                    #expect(approval.hash == approved?.hash)
                case .publishingBegan(let live, let copies, _):
                    #expect(live.content == approved?.content && live.hash == approved?.hash)
                    #expect(hash(live.content, desk.pictures) == live.hash)
                    #expect(copies.allSatisfy { $0.words == live.content.words(for: $0.account) })
                    published += 1
                default: break
                }
                state = Post.evolve(state, event)
            }
            history += events
            if let state { expectWhole(state) }
        }
        #expect(history.reduce(Post?.none) { Post.evolve($0, $1) } == state)
        #expect(!history.isEmpty)
    }

    private func expectWhole(_ post: Post) {
        #expect(Set(post.copies.map(\.id)).count == post.copies.count)
        let summary = post.summary
        #expect(summary.duties.allSatisfy { !$0.assignees.isEmpty })
        #expect(Set(summary.duties.map(\.key)).count == summary.duties.count)
        #expect(summary.status == post.status.rawValue)
        switch post.phase {
        case .withdrawn: #expect(!post.isOut)
        case .publishing, .published, .withdrawing: #expect(post.live != nil)
        case .draft, .submitted, .returned, .refused, .approved, .scheduled, .held, .discarded: break
        }
        if post.isOut { #expect(post.live != nil && post.published != nil) }
    }
}

extension Post.Command {
    fileprivate var isOfCopies: Bool {
        switch self {
        case .beginDelivery, .delivered, .deliveryFailed, .removed, .notThere, .removalFailed, .looked, .stopUnsent,
            .noteGone:
            true
        case .start, .save, .submit, .approve, .sendBack, .refuse, .schedule, .unschedule, .publish, .recordAddress,
            .tryAgain, .putUpByHand, .abandon, .recordRemoved, .takeDown, .withdraw, .correct, .discard, .noteLeaver:
            false
        }
    }
}
