import Ledger
import Testing

@testable import Office
@testable import Policy
@testable import Records

/// A pupil's last day, as one school lives through it: the posts, the takedowns and the pictures say the same.
@Suite("A pupil's last day at the office")
struct LastDayTests {
    private static let takedown = RecordID(.takedown, TestOffice.post.key)

    private func goesOn(_ test: TestOffice) async throws -> Day? {
        try await test.state(Picture.self, TestOffice.pond)?.goesOn
    }

    private func isTakenDown(_ test: TestOffice) async throws -> Bool {
        try await test.state(Takedown.self, Self.takedown) != nil
    }

    private func publish(_ test: TestOffice) async throws {
        try await test.makeApprovedPost()
        try await test.give("schedule", on: TestOffice.post, ["when": ["now"]], as: .applicant)
    }

    @Test("on the last day a post with them goes out; the day after, it is to be taken down and nothing more goes out")
    func setAhead() async throws {
        let test = try await TestOffice.forPosts()
        let last = test.clock.now.londonDay
        try await test.give("setLeaving", on: TestOffice.ada, ["on": [last.iso]], as: .office)
        try await publish(test)
        #expect(try await test.postStatus() == .publishing)
        #expect(try await test.office.seeOffLeavers(of: test.school) == 0)
        #expect(try await !isTakenDown(test))
        #expect(try await goesOn(test) == last.adding(days: 30))
        test.clock.move(86_400)
        #expect(try await test.office.seeOffLeavers(of: test.school) == 1)
        #expect(try await isTakenDown(test))
        #expect(try await goesOn(test) == last.adding(days: 30))
    }

    @Test("recorded as having left on that day, they are shown no more from that moment")
    func recordedToday() async throws {
        let test = try await TestOffice.forPosts()
        let last = test.clock.now.londonDay
        try await publish(test)
        #expect(try await !isTakenDown(test))
        try await test.give("leave", on: TestOffice.ada, ["on": [last.iso]], as: .office)
        #expect(try await isTakenDown(test))
        #expect(try await goesOn(test) == last.adding(days: 30))
        #expect(try await test.office.seeOffLeavers(of: test.school) == 0)
    }

    @Test("what was approved before they were recorded as having left is held on that day", arguments: [true, false])
    func held(_ isRecorded: Bool) async throws {
        let test = try await TestOffice.forPosts()
        let last = test.clock.now.londonDay
        try await test.makeApprovedPost()
        try await test.give(isRecorded ? "leave" : "setLeaving", on: TestOffice.ada, ["on": [last.iso]], as: .office)
        try await test.give("schedule", on: TestOffice.post, ["when": ["now"]], as: .applicant)
        #expect(try await test.postStatus() == (isRecorded ? .held : .publishing))
        #expect(try await test.holds().contains(.consent) == isRecorded)
        #expect(try await !isTakenDown(test))
    }

    @Test("a list that says a last day that is over records a leaver, and what shows them is to be taken down")
    func imported() async throws {
        let test = try await TestOffice.forPosts()
        try await publish(test)
        test.clock.move(3 * 86_400)
        let yesterday = test.clock.now.londonDay.adding(days: -1)
        let list = "first name,last name,class,leaving date,parents\nAda,Quibell,Oak,\(yesterday.iso),Jo Quibell\n"
        #expect(try await test.office.importRoll(list, leavers: false, cause: "one", as: test.caller(.office)) == 1)
        let pupil = try #require(try await test.state(Pupil.self, TestOffice.ada))
        #expect(pupil.hasLeft && pupil.leaving == yesterday && pupil.parents.isEmpty)
        #expect(try await isTakenDown(test))
        let gone = "first name,last name,leaving date\nWren,Sandpiper,\(yesterday.iso)\n"
        #expect(try await test.office.importRoll(gone, leavers: false, cause: "two", as: test.caller(.office)) == 0)
    }
}
