import Ledger
import Testing

@testable import Office
@testable import Policy
@testable import Records

@Suite("A delivery that is stopped when nobody knows whether it got through")
struct StoppedDeliveryTests {
    private static let copy = "account-0001-1"

    @Test("withdrawn while it was being sent, with the answer lost: it is looked for and taken down")
    func meanwhile() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        office.platform.set { state in
            state.losesAnswers = 1
            state.meanwhile = { try? await office.withdraw() }
        }
        try await office.round()
        guard case .recalled = try await office.copy().state else {
            Issue.record("\(try await office.copy().state)")
            return
        }
        #expect(office.platform.posts.count == 1)
        office.test.clock.move(30)
        for _ in 0..<2 { try await office.round() }
        #expect(office.platform.posts.isEmpty)
        guard case .removed = try await office.copy().state else {
            Issue.record("\(try await office.copy().state)")
            return
        }
    }

    @Test("withdrawn before the next try, it is looked for: the last may have put it up", arguments: [true, false])
    func beforeTheNext(isUp: Bool) async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        office.platform.set { state in
            if isUp { state.losesAnswers = 1 } else { state.faults = [.temporary(reason: "Away.", retryAfter: nil)] }
        }
        try await office.round()
        try await office.withdraw()
        #expect(try await office.test.state(Post.self, DeliveryFixture.post)?.status == .withdrawing)
        for _ in 0..<2 { try await office.round() }
        #expect(office.platform.posts.isEmpty)
        #expect(office.platform.asked == (isUp ? ["deliver", "find", "remove", "look"] : ["deliver", "find"]))
        #expect(try await office.test.state(Post.self, DeliveryFixture.post)?.status == .withdrawn)
        switch try await office.copy().state {
        case .removed: #expect(isUp)
        case .abandoned(Post.wasNotUp, .office, _): #expect(!isUp)
        case let other: Issue.record("\(other)")
        }
    }

    /// As many tries as there are, the last of which got through without an answer.
    private func givenUp() async throws -> DeliveryFixture {
        let office = try await DeliveryFixture()
        try await office.begin()
        for number in 1...Backoff.mostTries {
            office.platform.set { state in
                if number == Backoff.mostTries {
                    state.losesAnswers = 1
                } else {
                    state.faults = [.temporary(reason: "Away.", retryAfter: nil)]
                }
            }
            try await office.round()
            office.test.clock.move(4000)
        }
        guard case .failed = try await office.copy().state else {
            Issue.record("\(try await office.copy().state)")
            return office
        }
        return office
    }

    @Test("given up and then withdrawn, or left out, it is looked for too", arguments: [true, false])
    func afterTheLast(isWithdrawn: Bool) async throws {
        let office = try await givenUp()
        if isWithdrawn {
            try await office.withdraw()
        } else {
            try await office.test.give(
                "abandon", on: DeliveryFixture.post, ["copy": [Self.copy], "reason": ["Not there"]], as: .applicant)
        }
        for _ in 0..<2 { try await office.round() }
        #expect(office.platform.posts.isEmpty)
        guard case .removed = try await office.copy().state else {
            Issue.record("\(try await office.copy().state)")
            return
        }
    }

    @Test("tried again by a person, what an earlier try put up is found and not put up twice")
    func triedAgain() async throws {
        let office = try await givenUp()
        try await office.test.give("tryAgain", on: DeliveryFixture.post, ["copy": [Self.copy]], as: .applicant)
        #expect(try await office.round() == DeliveryRound(delivered: 1))
        #expect(office.platform.asked.suffix(2) == ["deliver again", "look"])
        #expect(office.platform.posts.count == 1)
    }

    @Test("a platform that is away is asked whether it is up no oftener than it is sent to, and then a person is")
    func asking() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        try await office.put(.deliveryBegan(copy: Self.copy, at: office.now))
        try await office.withdraw()
        office.platform.set { $0.faults = Array(repeating: .temporary(reason: "Away.", retryAfter: nil), count: 99) }
        try await office.round()
        try await office.round()
        #expect(office.platform.asked == ["find"])
        for _ in 0..<Backoff.mostTries {
            office.test.clock.move(4000)
            try await office.round()
        }
        #expect(office.platform.asked == Array(repeating: "find", count: Backoff.mostTries))
        guard case .removing(_, _, byHand: true, _) = try await office.copy().state else {
            Issue.record("\(try await office.copy().state)")
            return
        }
        #expect(try await office.test.state(Post.self, DeliveryFixture.post)?.summary.duties.isEmpty == false)
    }

    @Test("an account that nobody can ask any more is for a person to look at")
    func disconnected() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        try await office.put(.deliveryBegan(copy: Self.copy, at: office.now))
        try await office.withdraw()
        office.platform.set { $0.faults = [.notConnected] }
        try await office.round()
        guard case .removing(_, _, byHand: true, _) = try await office.copy().state else {
            Issue.record("\(try await office.copy().state)")
            return
        }
        await #expect(throws: DeliveryFailure.notConnected) {
            try await ByHandAlone().find(
                Parcel(key: "k", words: "w", begun: office.now), on: Destination(connection: .byHand, secret: ""))
        }
    }

    @Test("a platform that does not say is not said to show it, nor to have it no more")
    func unknown() async throws {
        let office = try await DeliveryFixture()
        try await office.begin()
        try await office.round()
        try await office.withdraw()
        office.platform.set { $0.tellsNothing = true }
        try await office.round()
        guard case .removing(_, let attempts, byHand: false, _) = try await office.copy().state else {
            Issue.record("\(try await office.copy().state)")
            return
        }
        #expect(attempts.last == "The platform was asked to take it down and does not say whether it is gone.")
    }

    @Test(
        "leave that ends while the program is down is kept to when it starts again, and the takedown learns of it",
        arguments: [true, false])
    func crash(isUp: Bool) async throws {
        let platform = FakePlatform()
        let test = try await TestOffice.forPosts(connecting: platform)
        let account = RecordID(.account, "account-0001")
        try await test.give(
            "connect", on: account,
            ["way": ["mastodon"], "server": ["https://social.example"], "secret": [DeliveryFixture.token]], as: .office)
        try await test.makeApprovedPost()
        try await test.give("schedule", on: TestOffice.post, ["when": ["now"]], as: .applicant)
        _ = try await test.office.tell(.beginDelivery(copy: Self.copy), to: TestOffice.post, in: test.school)
        let live = try #require(try await test.state(Post.self, TestOffice.post)?.live)
        if isUp {
            let key = Parcel.key(
                post: TestOffice.post.description, account: "oakdene/account-0001", contentHash: "1-\(live.hash)")
            platform.set { $0.posts[key] = Parcel(key: key, words: "w", begun: live.at) }
        }
        try await test.withdrawConsent()
        let takedown = RecordID(.takedown, TestOffice.post.key)
        #expect(try await test.state(Takedown.self, takedown)?.standing.count == 1)
        // Who recorded that leave ended would tell those who do not keep consents that parents were asked.
        let seen = try await test.office.history(TestOffice.post, as: test.caller(.applicant))
        #expect(seen.last { $0.type == "post.takedownBegan" }?.actor == .office)
        for _ in 0..<2 { _ = try await test.office.runDeliveries { 1 } }
        #expect(platform.posts.isEmpty)
        let closed = try #require(try await test.state(Takedown.self, takedown))
        #expect(closed.status == .closed && closed.copies.map(\.gone?.seen) == [.readBack])
        #expect(!platform.asked.contains("deliver") && !platform.asked.contains("deliver again"))
    }
}

@Suite("Saying that a copy is gone")
struct GoneCheckTests {
    private static let takedown = RecordID(.takedown, DeliveryFixture.post.key)

    /// Published, and asked to be taken down.
    private func asked(way: String = "mastodon") async throws -> DeliveryFixture {
        let office = try await DeliveryFixture(way: way)
        try await office.begin()
        try await office.round()
        try await office.test.give(
            "openByHand", on: Self.takedown, ["askedBy": ["A parent"], "says": ["Please"]], as: .applicant)
        return office
    }

    private func markGone(_ office: DeliveryFixture) async throws {
        try await office.test.give(
            "markGone", on: Self.takedown, ["account": [office.account.key], "looked": ["yes"]], as: .applicant)
    }

    @Test("a platform that still shows it is believed before a person is, and the field is named")
    func stillThere() async throws {
        let office = try await asked()
        let refused = try await refusal { try await markGone(office) }
        guard case .incomplete(let problems) = refused else {
            Issue.record("\(String(describing: refused))")
            return
        }
        #expect(problems.map(\.field) == ["looked"])
        #expect(try await office.test.state(Takedown.self, Self.takedown)?.status == .open)
        guard case .sent = try await office.copy().state else {
            Issue.record("\(try await office.copy().state)")
            return
        }
    }

    @Test("where the platform has it no more, the receipt says that it was asked, and by whom it was recorded")
    func confirmed() async throws {
        let office = try await asked()
        office.platform.set { $0.posts = [:] }
        try await markGone(office)
        let takedown = try #require(try await office.test.state(Takedown.self, Self.takedown))
        #expect(takedown.status == .closed)
        #expect(takedown.copies.map(\.gone?.seen) == [.readBack])
        #expect(takedown.copies.map(\.gone?.by) == [try office.test.id(.applicant)])
    }

    @Test("where the platform cannot be asked, it is a person's word and said to be that", arguments: [true, false])
    func cannotBeAsked(isSilent: Bool) async throws {
        let office = try await asked()
        office.platform.set { state in
            if isSilent { state.tellsNothing = true } else { state.faults = [.signInRefused(reason: "No.")] }
        }
        try await markGone(office)
        let takedown = try #require(try await office.test.state(Takedown.self, Self.takedown))
        #expect(takedown.status == .closed && takedown.copies.map(\.gone?.seen) == [.byHand])
    }

    @Test(
        "an account that leads elsewhere since then is not believed that a post is gone, and takes nothing down there")
    func connectedAnew() async throws {
        let office = try await asked()
        try await office.test.give("disconnect", on: office.account, ["reason": ["Moved"]], as: .office)
        try await office.test.give(
            "connect", on: office.account,
            ["way": ["mastodon"], "server": ["https://elsewhere.example"], "secret": ["other"]], as: .office)
        let before = office.platform.asked
        try await office.withdraw()
        try await office.round()
        guard case .removing(_, let attempts, byHand: true, _) = try await office.copy().state else {
            Issue.record("\(try await office.copy().state)")
            return
        }
        #expect(attempts.last.contains("connected anew"))
        try await markGone(office)
        let takedown = try #require(try await office.test.state(Takedown.self, Self.takedown))
        #expect(takedown.copies.map(\.gone?.seen) == [.byHand])
        #expect(office.platform.asked == before)
    }

    @Test("nobody has a platform asked about what is not theirs to record")
    func others() async throws {
        let office = try await asked()
        let before = office.platform.asked
        for member in [TestOffice.Member.outsider, .governor] {
            let refused = try await refusal {
                try await office.test.give(
                    "markGone", on: Self.takedown, ["account": [office.account.key], "looked": ["yes"]], as: member)
            }
            #expect(refused != nil)
        }
        #expect(office.platform.asked == before)
    }

    @Test("what the platform would say cannot be filled in")
    func forged() async throws {
        let office = try await asked()
        office.platform.set { $0.tellsNothing = true }
        try await office.test.give(
            "markGone", on: Self.takedown,
            [
                "account": [office.account.key], "looked": ["yes"], Takedown.platformSays: [Takedown.isGone],
            ], as: .applicant)
        #expect(
            try await office.test.state(Takedown.self, Self.takedown)?.copies.map(\.gone?.seen) == [.byHand])
    }

    @Test("a copy that was to be taken down by hand is looked for on a platform that can be asked")
    func onThePost() async throws {
        let office = try await asked()
        try await office.withdraw()
        office.platform.set { $0.faults = [.signInRefused(reason: "No.")] }
        try await office.round()
        let answers = ["copy": ["account-0001-1"], "gone": ["yes"]]
        let refused = try await refusal {
            try await office.test.give("recordRemoved", on: DeliveryFixture.post, answers, as: .applicant)
        }
        guard case .incomplete(let problems) = refused else {
            Issue.record("\(String(describing: refused))")
            return
        }
        #expect(problems.map(\.field) == ["gone"])
        office.platform.set { $0.posts = [:] }
        try await office.test.give("recordRemoved", on: DeliveryFixture.post, answers, as: .applicant)
        #expect(try await office.test.state(Post.self, DeliveryFixture.post)?.status == .withdrawn)
    }

    @Test("taken down from one account, Hornbook takes it down there, and the takedown closes by itself")
    func oneAccount() async throws {
        let office = try await asked()
        try await office.test.give(
            "takeDown", on: DeliveryFixture.post, ["copy": ["account-0001-1"], "reason": ["A parent asks"]],
            as: .applicant)
        #expect(try await office.round() == DeliveryRound(removed: 1))
        #expect(office.platform.posts.isEmpty)
        let takedown = try #require(try await office.test.state(Takedown.self, Self.takedown))
        #expect(takedown.status == .closed && takedown.copies.map(\.gone?.seen) == [.readBack])
        #expect(takedown.copies.map(\.gone?.by) == [.office])
    }
}
