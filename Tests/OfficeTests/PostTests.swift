import Ledger
import Policy
import Records
import Testing

@testable import Office

@Suite("Posts at a school")
struct PostTests {
    @Test("a post goes from its author to an approver, to the account and to its address")
    func life() async throws {
        let test = try await TestOffice.forPosts()
        try await test.makeApprovedPost()
        try await test.give("schedule", on: TestOffice.post, ["when": ["now"]], as: .applicant)
        let post = try #require(try await test.state(Post.self, TestOffice.post))
        #expect(post.status == .publishing)
        #expect(post.copies.map(\.words) == ["We looked into the pond and drew what lives there.\n\nOak Class"])
        #expect(post.live?.children == [PupilID(TestOffice.ada.key)])
        try await test.give(
            "recordAddress", on: TestOffice.post,
            ["copy": ["account-0001-1"], "address": ["https://facebook.com/oakclass/1"]], as: .applicant)
        #expect(try await test.postStatus() == .published)
    }

    @Test("nothing is published before its time, and everything at it")
    func due() async throws {
        let test = try await TestOffice.forPosts()
        try await test.makeApprovedPost()
        try await test.schedulePost(3)
        test.clock.move(3 * 86_400)
        #expect(try await test.office.publishDue().isEmpty)
        #expect(try await test.postStatus() == .scheduled)
        test.clock.move(86_400)
        _ = try await test.office.publishDue()
        #expect(try await test.postStatus() == .publishing)
    }

    @Test("consent that is withdrawn after the approval holds the post, and nobody is told more than that")
    func consent() async throws {
        let test = try await TestOffice.forPosts()
        try await test.makeApprovedPost()
        try await test.schedulePost(1)
        try await test.withdrawConsent()
        test.clock.move(2 * 86_400)
        _ = try await test.office.publishDue()
        #expect(try await test.holds().contains(.consent))
        let duties = try await test.office.today(try test.caller(.applicant)).filter { $0.record == TestOffice.post }
        #expect(duties.map(\.title) == ["See to a post that was held"])
    }

    @Test("whoever tags a child in its picture does not approve it, also when that was after it was submitted")
    func pictureHands() async throws {
        let test = try await TestOffice.forPosts()
        try await test.give("start", on: TestOffice.post, TestOffice.words, as: .applicant, expected: 0)
        try await test.submitPost()
        try await test.carryOut(
            .untag(PupilID(TestOffice.ada.key)), of: Picture.self, on: TestOffice.pond, as: .leader)
        try await test.carryOut(
            .tag(PupilID(TestOffice.ada.key), PictureArea(x: 100, y: 100, width: 200, height: 200)), of: Picture.self,
            on: TestOffice.pond, as: .leader)
        await #expect(throws: OfficeError.self) { try await test.approvePost(as: .leader) }
        #expect(try await test.postStatus() == .submitted)
        try await test.approvePost(as: .head)
        #expect(try await test.postStatus() == .approved)
    }

    @Test("what holds a post names no child in its record, and no child to those who do not see pupils")
    func namelessHold() async throws {
        let test = try await TestOffice.forPosts()
        try await test.makeApprovedPost()
        try await test.schedulePost(1)
        try await test.withdrawConsent()
        test.clock.move(2 * 86_400)
        _ = try await test.office.publishDue()
        let events = try await test.office.ledger.history(test.school, TestOffice.post.description)
        let held = try #require(events.last { $0.type == "post.held" }?.payload)
        #expect(!String(decoding: held, as: UTF8.self).contains("Quibell"))
        #expect(String(decoding: held, as: UTF8.self).contains("Somebody in picture 1 may not be shown"))
    }

    @Test("consent that is withdrawn while the post is being published wins")
    func race() async throws {
        let test = try await TestOffice.forPosts()
        try await test.makeApprovedPost()
        try await test.schedulePost(1)
        test.clock.move(2 * 86_400)
        var transaction = Transaction(
            office: test.office, school: test.school, actor: .office, now: test.clock.now,
            setting: try await test.office.setting(test.school))
        try await transaction.carryOut(Drawer<Post>.intent(.publish), on: TestOffice.post, isReaction: true)
        #expect(!transaction.isEmpty)
        try await test.withdrawConsent()
        #expect(try await !test.office.isAppended(transaction, cause: "late", mayRetry: true))
        #expect(try await test.postStatus() == .scheduled)
        _ = try await test.office.publishDue()
        #expect(try await test.holds().contains(.consent))
    }

    @Test("so does a change of a picture, of the school’s blackouts and of the account")
    func otherRaces() async throws {
        let changes: [@Sendable (TestOffice) async throws -> Void] = [
            {
                try await $0.carryOut(
                    .describe(altText: "Another"), of: Picture.self, on: TestOffice.pond, as: .applicant)
            },
            {
                let today = $0.clock.now.londonDay
                try await $0.carryOut(
                    .addBlackout(first: today, last: today, reason: .bereavement, note: ""), of: School.self,
                    on: RecordID(.school, School.key), as: .head)
            },
            {
                try await $0.give(
                    "close", on: RecordID(.account, "account-0001"), ["on": [$0.today], "reason": ["Done"]], as: .office
                )
            },
        ]
        for (change, expected) in zip(changes, [HoldReason.Kind.changed, .blackout, .account]) {
            let test = try await TestOffice.forPosts()
            try await test.makeApprovedPost()
            try await test.schedulePost(1)
            test.clock.move(2 * 86_400)
            var transaction = Transaction(
                office: test.office, school: test.school, actor: .office, now: test.clock.now,
                setting: try await test.office.setting(test.school))
            try await transaction.carryOut(Drawer<Post>.intent(.publish), on: TestOffice.post, isReaction: true)
            try await change(test)
            #expect(try await !test.office.isAppended(transaction, cause: "late", mayRetry: true))
            _ = try await test.office.publishDue()
            #expect(try await test.holds().contains(expected))
        }
    }

    @Test("an approval that has run out holds the post, and it can be submitted again")
    func expiry() async throws {
        let test = try await TestOffice.forPosts()
        try await test.makeApprovedPost()
        try await test.schedulePost(1)
        test.clock.move(60 * 86_400)
        _ = try await test.office.publishDue()
        #expect(try await test.holds().contains(.expired))
        try await test.submitPost()
        #expect(try await test.postStatus() == .submitted)
    }

    @Test("a blackout holds the queue, and the day after it what was held goes out by itself")
    func blackout() async throws {
        let test = try await TestOffice.forPosts()
        try await test.makeApprovedPost()
        try await test.schedulePost(1)
        let today = test.clock.now.londonDay
        try await test.give(
            "addBlackout", on: RecordID(.school, School.key),
            ["first": [today.iso], "last": [today.adding(days: 2).iso], "reason": ["bereavement"]], as: .head)
        test.clock.move(2 * 86_400)
        _ = try await test.office.publishDue()
        #expect(try await test.holds() == [.blackout])
        _ = try await test.office.publishDue()
        let history = try await test.office.ledger.history(test.school, TestOffice.post.description)
        #expect(history.filter { $0.type == "post.held" }.count == 1)
        test.clock.move(86_400)
        _ = try await test.office.publishDue()
        #expect(try await test.postStatus() == .publishing)
    }

    @Test("nobody approves their own, nor what they changed, whichever roles they hold")
    func own() async throws {
        let test = try await TestOffice.forPosts()
        try await test.give("start", on: TestOffice.post, TestOffice.words, as: .applicant, expected: 0)
        try await test.give(
            "changeRoles", on: RecordID(.person, try test.id(.applicant).rawValue), ["roles": ["headteacher"]],
            as: .office)
        try await test.submitPost()
        guard case .notAuthorised = try await refusal({ try await test.approvePost(as: .applicant) }) else {
            Issue.record("the author approved")
            return
        }
        try await test.approvePost()
        #expect(try await test.postStatus() == .approved)
    }

    @Test("any edit voids an approval")
    func void() async throws {
        let test = try await TestOffice.forPosts()
        try await test.makeApprovedPost()
        var words = TestOffice.words
        words["words"] = ["We looked into the pond."]
        try await test.give("save", on: TestOffice.post, words, as: .applicant)
        #expect(try await test.postStatus() == .draft)
        let refusal = try await refusal {
            try await test.give("schedule", on: TestOffice.post, ["when": ["now"]], as: .applicant)
        }
        guard case .wrongState = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
    }

    @Test("a child’s name beside their picture is found in the words that are typed")
    func proof() async throws {
        let test = try await TestOffice.forPosts()
        let caller = try test.caller(.applicant)
        let content = PostContent(
            words: "Ada Quibell won the race.", accounts: ["account-0001"], pictures: [PictureID(TestOffice.pond.key)])
        let found = try await test.office.preview(content, as: caller).remarks
        #expect(found.contains { $0.kind == .pupilFullName && $0.pupil == PupilID(TestOffice.ada.key) })
        let other = PostContent(words: "We looked into the pond.", accounts: ["account-0001"])
        #expect(try await !test.office.preview(other, as: caller).remarks.contains { $0.pupil != nil })
    }

    @Test("the checks tell nobody who neither sees pupils nor runs the account whose names are a child’s")
    func noOracle() async throws {
        let test = try await TestOffice.forPosts()
        let content = PostContent(words: "Ada Quibell won the race.", accounts: ["account-0001"])
        #expect(try await test.office.preview(content, as: test.caller(.governor)).remarks.isEmpty)
        #expect(try await !test.office.preview(content, as: test.caller(.outsider)).remarks.isEmpty)
    }

    @Test("a draft is not seen by colleagues who do not write or approve it")
    func walls() async throws {
        let test = try await TestOffice.forPosts()
        try await test.give("start", on: TestOffice.post, TestOffice.words, as: .applicant, expected: 0)
        for member in TestOffice.Member.allCases {
            let caller = try test.caller(member)
            let sees = (try? await test.office.detail(Post.self, TestOffice.post, as: caller)) != nil
            #expect(sees == ![.outsider, .governor, .chair].contains(member), "\(member)")
        }
    }

    @Test("withdrawn by the office for a parent, every copy is to be taken down and is then gone")
    func withdrawal() async throws {
        let test = try await TestOffice.forPosts()
        try await test.makeApprovedPost()
        try await test.give("schedule", on: TestOffice.post, ["when": ["now"]], as: .applicant)
        try await test.give(
            "recordAddress", on: TestOffice.post,
            ["copy": ["account-0001-1"], "address": ["https://facebook.com/oakclass/1"]], as: .applicant)
        _ = try await test.office.tell(.withdraw(reason: "Consent ended"), to: TestOffice.post, in: test.school)
        #expect(try await test.postStatus() == .withdrawing)
        try await test.give(
            "recordRemoved", on: TestOffice.post, ["copy": ["account-0001-1"], "gone": ["yes"]], as: .applicant)
        #expect(try await test.postStatus() == .withdrawn)
    }
}
