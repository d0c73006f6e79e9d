import Testing

@testable import Office
@testable import Policy
@testable import Records

@Suite("Posts that are withdrawn on their way to a platform")
struct DeliveryRecallTests {
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
}
