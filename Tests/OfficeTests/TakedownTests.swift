import Ledger
import Testing

@testable import Office
@testable import Policy
@testable import Records

@Suite("Leave that ends takes down what was published")
struct TakedownTests {
    private static let ada = RecordID(.pupil, "c-ada00000001")
    private static let post = "post000000001"

    private let test: TestOffice

    init() async throws {
        test = try await TestOffice()
        try await test.give(
            "join", on: Self.ada, ["first": ["Ada"], "last": ["Lark"], "on": [test.today]], as: .office)
    }

    /// Puts a published post on record that shows Ada on the website and on social media.
    private func publish() async throws {
        let now = test.clock.now
        let author = try test.id(.lead)
        let approval = PostApproval(
            by: try test.id(.head), at: now, note: "", hash: "00", until: now, known: [])
        func copy(_ account: String, _ purpose: ImagePurpose) -> PostCopy {
            PostCopy(
                account: account, title: account, platform: "Mastodon", purpose: purpose, number: 1,
                words: "Sports day",
                state: .sent(
                    SentPost(identifier: "1", address: "https://\(account).example/1", by: author, at: now)))
        }
        let content = PostContent(words: "Sports day", accounts: ["page", "site"])
        let events: [Post.Event] = [
            .started(content: content, wantedAt: nil, circle: [], readers: [.headteacher], by: author, at: now),
            .publishingBegan(
                published: LivePost(
                    content: content, hash: "00", approval: approval, pictures: [],
                    children: [PupilID(Self.ada.key)], at: now, number: 1),
                copies: [copy("page", .socialMedia), copy("site", .website)], at: now),
        ]
        let payloads = try events.map { try Coding.encode($0) }
        let (state, summary) = try Drawer<Post>().replay(payloads)
        _ = try await test.office.ledger.append(
            Append(
                log: test.school, stamp: Stamp(actor: "office", cause: "published", time: now.seconds),
                changes: [
                    Change(
                        record: "post/\(Self.post)", expected: 0,
                        events: zip(events, payloads).map { NewEvent(type: "post.\($0.name)", payload: $1) },
                        view: RecordView(summary, kind: .post, state: state))
                ], reads: [:]))
    }

    private func takedown() async throws -> Takedown? {
        try await test.state(Takedown.self, RecordID(.takedown, Self.post))
    }

    private var said: [String: [String]] {
        ["giver": ["Jo"], "relation": ["parent"], "means": ["paper"], "on": [test.today]]
    }

    @Test("a withdrawal for one purpose takes it down there alone, in the same append")
    func withdrawal() async throws {
        try await publish()
        try await test.give(
            "withdraw", on: Self.ada, said.merging(["purposes": ["website"]]) { $1 }, as: .office)
        let takedown = try #require(try await takedown())
        #expect(takedown.copies.map(\.place.account) == ["site"])
        #expect(takedown.grounds.map(\.pupil) == [PupilID(Self.ada.key)])
        let duties = try await test.office.today(test.caller(.lead))
        #expect(duties.contains { $0.title == "Take down a post" && $0.due != nil })
    }

    @Test(
        "a child who may never be shown, and one who leaves, is taken down everywhere", arguments: ["protect", "leave"])
    func everywhere(_ command: String) async throws {
        try await publish()
        try await test.give(command, on: Self.ada, ["on": [test.today]], as: .office)
        #expect(try await takedown()?.copies.count == 2)
    }

    @Test("a refusal of what was never published opens nothing")
    func elsewhere() async throws {
        try await publish()
        try await test.give(
            "withdraw", on: Self.ada, said.merging(["purposes": ["press"]]) { $1 }, as: .office)
        #expect(try await takedown() == nil)
    }

    @Test("what was published between is found by whatever is recorded of the child next")
    func between() async throws {
        try await test.give("protect", on: Self.ada, as: .office)
        try await publish()
        try await test.give("setLeaving", on: Self.ada, ["on": [test.today]], as: .office)
        #expect(try await takedown()?.copies.count == 2)
    }

    @Test("by a parent's link it stands on the ledger as a parent's, and nobody signed in")
    func byLink() async throws {
        try await publish()
        let link = try await test.office.askConsent([PupilID(Self.ada.key)], as: test.caller(.office))
        let secret = try #require(link.first).secret
        _ = try await test.office.answerConsent(
            secret, in: test.school, source: "here", answers: [.website: false, .socialMedia: true],
            by: ConsentGiver(name: "Jo", relation: .parent))
        let history = try await test.office.history(RecordID(.takedown, Self.post), as: test.caller(.office))
        #expect(history.map(\.actor) == [.family])
        #expect(try await takedown()?.copies.map(\.place.account) == ["site"])
        await #expect(throws: OfficeError.self) {
            try await test.office.answerConsent(
                secret, in: test.school, source: "here", answers: [.website: true],
                by: ConsentGiver(name: "Jo", relation: .parent))
        }
    }

    @Test("it is asked for by hand, followed, and closed with the last copy")
    func byHand() async throws {
        try await publish()
        let record = RecordID(.takedown, Self.post)
        try await test.give("openByHand", on: record, ["askedBy": ["A parent"], "says": ["Please"]], as: .applicant)
        for account in ["page", "site"] {
            try await test.give("markGone", on: record, ["account": [account], "looked": ["yes"]], as: .office)
        }
        #expect(try await takedown()?.status == .closed)
        await #expect(throws: OfficeError.self) {
            try await test.office.detail(Takedown.self, record, as: test.caller(.governor))
        }
    }
}
