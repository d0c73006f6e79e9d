import Ledger
import Testing

@testable import Office
@testable import Policy
@testable import Records

@Suite("Leave that ends while a post is on its way")
struct LeaveEndedTests {
    private static let copy = "account-0001-1"
    private static let takedown = RecordID(.takedown, TestOffice.post.key)
    private static let address = ["copy": [copy], "address": ["https://facebook.com/oakclass/1"]]

    /// A post that shows Ada and that somebody is to put up by hand.
    private func publishing() async throws -> TestOffice {
        let test = try await TestOffice.forPosts()
        try await test.makeApprovedPost()
        try await test.give("schedule", on: TestOffice.post, ["when": ["now"]], as: .applicant)
        return test
    }

    private func copy(_ test: TestOffice) async throws -> PostCopy? {
        try await test.state(Post.self, TestOffice.post)?.copies.first
    }

    private func takedown(_ test: TestOffice) async throws -> Takedown? {
        try await test.state(Takedown.self, Self.takedown)
    }

    @Test("what was to be put up by hand is not, and its takedown asks whether it is up already")
    func byHand() async throws {
        let test = try await publishing()
        try await test.withdrawConsent()
        guard case .abandoned(Post.leaveEnded, .office, _) = try await copy(test)?.state else {
            Issue.record("\(String(describing: try await copy(test)?.state))")
            return
        }
        #expect(try await takedown(test)?.standing.map(\.place.account) == ["account-0001"])
        let refused = try await refusal {
            try await test.give("recordAddress", on: TestOffice.post, Self.address, as: .applicant)
        }
        #expect(refused != nil)
    }

    @Test("a post that is not yet up anywhere is not sent once leave has ended, whether or not anybody said so")
    func sending() async throws {
        let test = try await publishing()
        let post = try #require(try await test.state(Post.self, TestOffice.post))
        var desk = try await test.office.detail(Post.self, TestOffice.post, as: test.caller(.applicant)).desk
        desk.isReaction = true
        let waiting = try [Post.Event.triedAgain(copy: Self.copy, by: .office, at: desk.now)].reduce(post) {
            Post.evolve($0, $1)
        }
        let given = try Post.decide(waiting, .beginDelivery(copy: Self.copy), at: desk)
        #expect(given.map(\.name) == ["deliveryBegan"])
        let sending = given.reduce(waiting) { Post.evolve($0, $1) }
        desk.pupils[PupilID(TestOffice.ada.key)]?.leaves = []
        let refused = try Post.decide(waiting, .beginDelivery(copy: Self.copy), at: desk)
        #expect(refused.map(\.name) == ["abandoned"])
        let again = try Post.decide(sending, .beginDelivery(copy: Self.copy), at: desk)
        // It may be up already: nothing is said of it before somebody looked.
        #expect(again.map(\.name) == ["takedownBegan"])
    }

    @Test("put up by hand after leave ran out, it is to be taken down at once")
    func late() async throws {
        let test = try await TestOffice.forPosts()
        let today = test.clock.now.londonDay
        let said = Pupil.Said(
            giver: ConsentGiver(name: "A Quibell", relation: .parent), means: .paper, on: today)
        try await test.carryOut(
            .recordConsent([.socialMedia: true], said, until: today, platforms: []), of: Pupil.self,
            on: TestOffice.ada, as: .office)
        try await test.makeApprovedPost()
        try await test.give("schedule", on: TestOffice.post, ["when": ["now"]], as: .applicant)
        test.clock.move(2 * 86_400)
        #expect(try await takedown(test) == nil)
        try await test.give("recordAddress", on: TestOffice.post, Self.address, as: .applicant)
        #expect(try await takedown(test)?.grounds.map(\.pupil) == [PupilID(TestOffice.ada.key)])
    }

    @Test("a copy that is recorded as gone on its takedown is gone on the post")
    func goneFromTakedown() async throws {
        let test = try await publishing()
        try await test.give("recordAddress", on: TestOffice.post, Self.address, as: .applicant)
        #expect(try await takedown(test) == nil)
        try await test.withdrawConsent()
        #expect(try await copy(test)?.isOut == true)
        try await test.give(
            "markGone", on: Self.takedown, ["account": ["account-0001"], "looked": ["yes"]], as: .applicant)
        #expect(try await takedown(test)?.status == .closed)
        #expect(try await copy(test)?.isOut == false)
        #expect(try await test.postStatus() == .withdrawn)
    }

    @Test("a copy that is recorded as gone on the post is gone on its takedown")
    func goneFromPost() async throws {
        let test = try await publishing()
        try await test.give("recordAddress", on: TestOffice.post, Self.address, as: .applicant)
        try await test.withdrawConsent()
        try await test.give("withdraw", on: TestOffice.post, ["reason": ["Asked for"]], as: .applicant)
        #expect(try await takedown(test)?.status == .open)
        try await test.give(
            "recordRemoved", on: TestOffice.post, ["copy": [Self.copy], "gone": ["yes"]], as: .applicant)
        #expect(try await takedown(test)?.status == .closed)
        #expect(try await takedown(test)?.copies.map(\.gone?.seen) == [.byHand])
    }

    @Test("those who do not keep consents cannot tell by dates, counts or histories who was asked")
    func alike() async throws {
        let test = try await publishing()
        try await test.withdrawConsent()
        let teacher = try test.caller(.applicant)
        #expect(!teacher.keepsConsents(under: try await test.office.setting(test.school).pack))
        let query = RecordQuery(kind: Kind.pupil.rawValue, audience: [], order: .changed, limit: 10)
        #expect(try await test.office.list(query, as: teacher).rows.map(\.revision) == [0])
        #expect(try await test.office.list(query, as: test.caller(.office)).rows.allSatisfy { $0.revision > 1 })
        let pupil = try await test.office.history(TestOffice.ada, as: teacher)
        #expect(pupil.map(\.type) == ["pupil.joined"])
        #expect(try await test.office.history(TestOffice.pond, as: teacher).allSatisfy { $0.type != "picture.dated" })
        let post = try await test.office.history(TestOffice.post, as: teacher)
        #expect(post.last { $0.type == "post.abandoned" }?.actor == .office)
        let recent = try await test.office.recentEvents(teacher, limit: 100).map(\.item.type)
        #expect(recent.contains("pupil.joined") && !recent.contains("pupil.answered"))
    }

    @Test("those who do not see pupils see no child in a post, nor what was found of one")
    func withoutPupils() async throws {
        let test = try await TestOffice.forPosts()
        try await test.makeApprovedPost()
        try await test.schedulePost(1)
        let child = PupilID(TestOffice.ada.key)
        #expect(try await test.state(Post.self, TestOffice.post)?.submission?.children == [child])
        try await test.withdrawConsent()
        test.clock.move(2 * 86_400)
        _ = try await test.office.publishDue()
        let post = try #require(try await test.state(Post.self, TestOffice.post))
        let shown = String(decoding: try Coding.encode(post.withoutPupils), as: UTF8.self)
        #expect(String(decoding: try Coding.encode(post), as: UTF8.self).contains(child.rawValue))
        #expect(!shown.contains(child.rawValue) && !shown.contains("Quibell"))
        let history = try await test.office.history(TestOffice.post, as: test.caller(.applicant))
        let held = try #require(history.last { $0.type == "post.held" })
        #expect(!held.detail.isEmpty && !held.detail.contains("Quibell") && held.withoutNames.detail.isEmpty)
    }

    @Test("of a thousand findings the gravest stay, in their order")
    func gravest() {
        let remarks = (0..<1000).map { place in
            PostRemark(
                kind: .tagging, severity: place == 700 ? .stop : place == 990 ? .warning : .advice,
                place: .words(account: nil), start: place, end: place + 1, says: "", mend: "")
        }
        let kept = Office.gravest(remarks, most: 4)
        #expect(kept.map(\.start) == [0, 1, 700, 990])
        #expect(Office.gravest(kept, most: 4) == kept)
    }
}
