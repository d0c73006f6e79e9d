import Ledger
import Synchronization
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

@Suite("Posts on their way to a platform")
struct DeliveryTests {
    @Test("a post is begun, sent, written down and read back, in that order")
    func sent() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        #expect(try await office.round() == DeliveryRound(delivered: 1))
        #expect(try await office.events().suffix(3) == ["post.deliveryBegan", "post.delivered", "post.looked"])
        guard case .sent(let sent) = try await office.copy().state else {
            _ = Issue.record("not sent")
            return
        }
        #expect(sent.sent == "Oak Class went to the farm.")
        #expect(sent.sentHash.count == 64)
        #expect(try await office.copy().look?.found == .present)
        #expect(office.platform.asked == ["deliver", "look"])
    }

    @Test("the platform gets the secret as it was typed; the ledger does not show it")
    func secret() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        try await office.round()
        #expect(office.platform.state.withLock { Set($0.tokens) } == [DeliveryFixture.token])
        #expect(
            try await office.test.store.dumpViews(office.test.school).allSatisfy {
                !$0.contains(DeliveryFixture.token)
            })
    }

    @Test("what was sent is not sent again")
    func once() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        try await office.round()
        #expect(try await office.round() == DeliveryRound())
        #expect(office.platform.asked == ["deliver", "look"])
    }

    @Test("a platform that is busy is tried again, later and not sooner")
    func retried() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        office.platform.set { $0.faults = [.temporary(reason: "Busy.", retryAfter: nil)] }
        #expect(try await office.round() == DeliveryRound(failed: 1))
        #expect(try await office.round() == DeliveryRound())
        office.test.clock.move(30)
        #expect(try await office.round() == DeliveryRound(delivered: 1))
    }

    @Test("a later try says that an earlier one may have got through")
    func mayBeThere() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        office.platform.set { $0.losesAnswers = 1 }
        try await office.round()
        office.test.clock.move(30)
        try await office.round()
        #expect(office.platform.asked == ["deliver", "deliver again", "look"])
        #expect(office.platform.posts.count == 1)
    }

    @Test("a try that was begun before a crash is taken up again with the same key")
    func crash() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        try await office.put(.deliveryBegan(copy: "account-0001-1", at: office.now))
        #expect(try await office.round() == DeliveryRound(delivered: 1))
        #expect(office.platform.asked.first == "deliver again")
        let key = Parcel.key(
            post: DeliveryFixture.post.description, account: "oakdene/account-0001", contentHash: "1-00ff")
        #expect(office.platform.posts.map(\.key) == [key])
    }

    @Test("after the last try a person is asked")
    func givesUp() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        for _ in 0..<Backoff.mostTries {
            office.platform.set { $0.faults = [.temporary(reason: "Busy.", retryAfter: nil)] }
            try await office.round()
            office.test.clock.move(4000)
        }
        guard case .failed(let reason, let tries, _) = try await office.copy().state else {
            _ = Issue.record("not failed")
            return
        }
        #expect(reason == "Busy.")
        #expect(tries == Backoff.mostTries)
        #expect(try await office.test.state(Post.self, DeliveryFixture.post)?.summary.duties.isEmpty == false)
    }

    @Test("a secret that no longer works is for a person at once")
    func refused() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        office.platform.set { $0.faults = [.signInRefused(reason: "The access token is invalid")] }
        try await office.round()
        guard case .failed("The access token is invalid", 1, _) = try await office.copy().state else {
            _ = Issue.record("not failed")
            return
        }
    }

    @Test("an account that was disconnected meanwhile sends nothing")
    func disconnected() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        try await office.test.give("disconnect", on: office.account, ["reason": ["Moved"]], as: .office)
        office.platform.set { $0.faults = [.notConnected] }
        try await office.round()
        guard case .failed = try await office.copy().state else {
            _ = Issue.record("not failed")
            return
        }
        #expect(office.platform.state.withLock { Set($0.tokens) } == [""])
    }

    @Test("a post withdrawn before it was sent is never sent")
    func withdrawn() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        try await office.withdraw()
        try await office.round()
        #expect(office.platform.asked.isEmpty)
    }

    @Test("a post withdrawn while it was being sent is looked for and taken down")
    func recalled() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        office.platform.set { $0.losesAnswers = 1 }
        try await office.round()
        office.test.clock.move(30)
        try await office.put(.deliveryBegan(copy: "account-0001-1", at: office.now))
        try await office.withdraw()
        try await office.round()
        try await office.round()
        guard case .removed = try await office.copy().state else {
            _ = Issue.record("not removed")
            return
        }
        #expect(office.platform.posts.isEmpty)
    }

    @Test("where nobody can say whether a recalled post is up, a person must look")
    func unknown() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        try await office.put(.deliveryBegan(copy: "account-0001-1", at: office.now))
        try await office.withdraw()
        office.platform.set { $0.faults = [.signInRefused(reason: "No.")] }
        try await office.round()
        guard case .removing(_, _, byHand: true, _) = try await office.copy().state else {
            _ = Issue.record("not by hand")
            return
        }
    }

    @Test("what is taken down is down only when it was read back as gone")
    func removed() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        try await office.round()
        try await office.withdraw()
        office.platform.set { $0.refusesToForget = true }
        #expect(try await office.round() == DeliveryRound(failed: 1))
        guard case .removing = try await office.copy().state else {
            _ = Issue.record("removed too soon")
            return
        }
        office.platform.set { $0.refusesToForget = false }
        office.test.clock.move(60)
        #expect(try await office.round() == DeliveryRound(removed: 1))
        guard case .removed = try await office.copy().state else {
            _ = Issue.record("not removed")
            return
        }
    }

    @Test("posts of one account go in turn; one that fails holds up no other")
    func fault() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        office.platform.set { $0.faults = [.permanent(reason: "No.")] }
        #expect(try await office.round() == DeliveryRound(failed: 1))
        #expect(try await office.round().faults.isEmpty)
    }

    @Test("the feed shows what was delivered to it until it is withdrawn, under one name through every change")
    func feed() async throws {
        let office = try await DeliveryFixture(way: "feed")
        try await office.begin(words: "Snow day\nStay at home & keep warm.")
        #expect(try await office.test.office.publicFeed(office.test.school).entries.isEmpty)
        try await office.round()
        let entries = try await office.test.office.publicFeed(office.test.school).entries
        #expect(entries.map(\.title) == ["Snow day"])
        #expect(entries.first?.id.hasPrefix("urn:uuid:") == true)
        #expect(entries == (try await office.test.office.publicFeed(office.test.school).entries))
        try await office.withdraw()
        #expect(try await office.test.office.publicFeed(office.test.school).entries.isEmpty)
        try await office.round()
        guard case .removed = try await office.copy().state else {
            _ = Issue.record("not removed")
            return
        }
    }
}

@Suite("Testing a connection")
struct ConnectionTests {
    @Test("those who may connect an account learn whose it is")
    func holder() async throws {
        let office = try await DeliveryFixture()
        let holder = try await office.test.office.testConnection(of: office.account, as: office.test.caller(.office))
        #expect(holder.name == "Oak Class")
    }

    @Test("what is wrong is told in words")
    func wrong() async throws {
        let office = try await DeliveryFixture()
        office.platform.set { $0.faults = [.signInRefused(reason: "The access token is invalid")] }
        #expect(
            try await refusal {
                _ = try await office.test.office.testConnection(of: office.account, as: office.test.caller(.office))
            } == .wrongState("The access token is invalid"))
    }

    @Test("nobody else may", arguments: [TestOffice.Member.outsider, .governor, .applicant])
    func others(_ member: TestOffice.Member) async throws {
        let office = try await DeliveryFixture()
        #expect(
            try await refusal {
                _ = try await office.test.office.testConnection(of: office.account, as: office.test.caller(member))
            } != nil)
        #expect(office.platform.asked.isEmpty)
    }

    @Test("a secret stands in clear in no event, no state, no view and no history, and goes when it is disconnected")
    func sealed() async throws {
        let office = try await DeliveryFixture()
        let sealed = try #require(
            try await office.test.state(Account.self, office.account)?.openAccount?.link?.sealedSecret)
        #expect(!sealed.contains(DeliveryFixture.token))
        let history = try await office.test.office.history(office.account, as: office.test.caller(.office))
        #expect(history.allSatisfy { !$0.detail.contains("horse") && !$0.detail.contains(sealed) })
        try await office.test.give("disconnect", on: office.account, ["reason": ["Moved"]], as: .office)
        let state = try #require(
            try await office.test.office.ledger.load(office.test.school, office.account.description)
        ).state
        #expect(!String(decoding: state, as: UTF8.self).contains(sealed))
    }
}
