import Ledger
import Testing

@testable import Office
@testable import Policy
@testable import Records

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
