import Ledger
import Synchronization
import Testing

@testable import Office
@testable import Policy
@testable import Records

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
