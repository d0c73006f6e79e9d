import Foundation
import Ledger
import Records
import Testing

@testable import Office

@Suite("Secrets")
struct SecretTests {
    private static let secret = "correct horse battery staple"

    @Test("a password stands in clear in no event, no state, no view and no history")
    func nowhere() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let account = try await test.openAccount(password: Self.secret)
        try await test.give(
            "changePassword", on: account, ["password": ["\(Self.secret) 2"], "reason": ["Routine"]], as: .head)
        let outcome = try await test.give("reveal", on: account, ["reason": ["To sign in"]], as: .head)
        let needle = Data(Self.secret.utf8)
        for event in try await test.store.events(test.school, from: 0, limit: 10_000) {
            #expect(Data(event.payload).range(of: needle) == nil)
        }
        for event in try await test.office.ledger.recent(test.school, limit: 10_000) {
            #expect(Data(event.payload ?? []).range(of: needle) == nil)
        }
        #expect(Data(outcome.state).range(of: needle) == nil)
        #expect(try await test.store.dumpViews(test.school).allSatisfy { !$0.contains(Self.secret) })
        let history = try await test.office.history(account, as: test.caller(.office))
        #expect(history.allSatisfy { !$0.detail.contains("correct horse") })
        #expect(history.last?.detail == "To sign in")
    }

    @Test("a password is shown to whoever has just put their look on the record, and opens as it was sealed")
    func revealed() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let account = try await test.openAccount(password: Self.secret)
        let outcome = try await test.give("reveal", on: account, ["reason": ["To sign in"]], as: .head)
        #expect(try await test.office.revealedPassword(outcome, as: test.caller(.head)) == Self.secret)
        let last = try #require(try await test.office.history(account, as: test.caller(.head)).last)
        #expect(last.type == "account.revealed")
        #expect(try last.actor == test.id(.head))
    }

    @Test("nobody is shown a password for another's look")
    func notAnothers() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let account = try await test.openAccount(password: Self.secret)
        let outcome = try await test.give("reveal", on: account, ["reason": ["To sign in"]], as: .head)
        #expect(
            try await refusal { _ = try await test.office.revealedPassword(outcome, as: test.caller(.office)) }
                == .notFound)
    }

    @Test("a password is bound to its account: sealed for one, it opens for no other")
    func bound() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let account = try await test.openAccount(password: Self.secret)
        let sealed = try #require(try await test.state(Account.self, account)?.openAccount?.custody.sealedSecret)
        #expect(throws: LedgerError.self) {
            try test.office.ledger.vault.open(
                sealed, context: Office.vaultContext(test.school, RecordID(.account, "account-0002")))
        }
    }

    @Test("an account keeps no password once it is closed")
    func closed() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        let account = try await test.openAccount(password: Self.secret)
        let sealed = try #require(try await test.state(Account.self, account)?.openAccount?.custody.sealedSecret)
        try await test.give("close", on: account, ["on": [test.today], "reason": ["Done"]], as: .office)
        let state = try #require(try await test.office.ledger.load(test.school, account.description)).state
        #expect(Data(state).range(of: Data(sealed.utf8)) == nil)
    }
}
