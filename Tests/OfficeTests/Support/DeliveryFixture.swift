import Ledger
import Testing

@testable import Office
@testable import Policy
@testable import Records

/// An office with an account that is connected to a platform in memory, and a post on its way there.
struct DeliveryFixture {
    static let post = RecordID(.post, "post-000000001")
    static let token = "correct horse battery staple"
    let test: TestOffice
    let platform: FakePlatform
    let account: RecordID

    init(way: String = "mastodon") async throws {
        let fake = FakePlatform()
        platform = fake
        test = try await TestOffice(connecting: fake)
        try await test.makeReady()
        account = try await test.openAccount()
        if way != "by-hand" {
            try await test.give(
                "connect", on: account,
                ["way": [way], "server": way == "feed" ? [] : ["https://social.example"], "secret": [Self.token]],
                as: .office)
        }
    }

    var now: Instant { test.clock.now }

    /// Puts events on record as they are, past every decision that others test.
    func put(_ events: Post.Event...) async throws {
        let intent = Intent(kind: .post, people: [], pupils: [], pictures: [], accounts: []) { state, _ in
            var post = try state.map(Drawer<Post>.read)
            for event in events { post = Post.evolve(post, event) }
            return Decided(
                happened: [],
                events: try events.map { NewEvent(type: "post.\($0.name)", payload: try Coding.encode($0)) },
                state: try post.map { try Coding.encode($0) } ?? [], summary: post?.summary)
        }
        _ = try await test.office.perform(
            intent, on: Self.post, in: try await test.office.setting(test.school), as: .office,
            cause: test.office.newID(), isReaction: true)
    }

    /// A post whose publishing has just begun.
    func begin(words: String = "Oak Class went to the farm.") async throws {
        let author = try test.id(.applicant)
        let content = PostContent(words: words, accounts: [account.key])
        let approval = PostApproval(
            by: try test.id(.head), at: now, note: "", hash: "00ff", until: now.adding(seconds: 86_400), known: [])
        let live = LivePost(
            content: content, hash: "00ff", approval: approval, pictures: [], children: [], at: now, number: 1)
        let copy = PostCopy(
            account: account.key, title: "@oakclass on Facebook", platform: "facebook", purpose: .socialMedia,
            number: 1, words: words, state: .waiting(.init(next: now)))
        try await put(
            .started(content: content, wantedAt: nil, circle: [], readers: [.headteacher], by: author, at: now),
            .publishingBegan(published: live, copies: [copy], at: now))
    }

    @discardableResult
    func round() async throws -> DeliveryRound { try await test.office.runDeliveries { 1 } }

    func copy() async throws -> PostCopy {
        try #require(try await test.state(Post.self, Self.post)?.copies.first)
    }

    func events() async throws -> [String] {
        try await test.office.ledger.history(test.school, Self.post.description).map(\.type)
    }

    func withdraw() async throws {
        try await put(
            .withdrawn(withdrawal: Post.Withdrawal(reason: "A parent asks.", by: .office, at: now)))
    }
}
