import Ledger
import Policy
import Records
import Testing

@testable import Office

@Suite("Signing in")
struct SignInTests {
    private static let password = "three random words"

    private func ready() async throws -> TestOffice {
        let test = try await TestOffice()
        let link = try await test.office.invite(test.id(.lead), in: test.school)
        _ = try await test.office.setPassword(
            withLink: link, in: test.school, password: Self.password, again: Self.password)
        return test
    }

    private enum Answer: Equatable { case signedIn, wrong, wait(Int64) }

    private func signIn(
        _ test: TestOffice, _ password: String = password, email: String = "lead@oakdene.example",
        from source: String = "10.0.0.1"
    ) async throws -> Answer {
        switch try await test.office.signIn(test.school, email: email, password: password, source: source, device: "d")
        {
        case .signedIn: .signedIn
        case .wrong: .wrong
        case .wait(let seconds): .wait(seconds)
        }
    }

    @Test(
        "the right password lets its person in, whatever the case of the address, and nothing else does",
        arguments: [
            ("lead@oakdene.example", password, true), (" Lead@Oakdene.Example ", password, true),
            ("lead@oakdene.example", "three random word", false),
            ("lead@oakdene.example", "", false), ("nobody@oakdene.example", password, false),
            ("head@oakdene.example", "", false), ("", password, false),
        ])
    func right(email: String, password: String, isRight: Bool) async throws {
        let test = try await ready()
        #expect(try await signIn(test, password, email: email) == (isRight ? .signedIn : .wrong))
    }

    @Test("a session says whose it is, and ends when it is ended")
    func session() async throws {
        let test = try await ready()
        guard
            case .signedIn(let secret, let caller) = try await test.office.signIn(
                test.school, email: "lead@oakdene.example", password: Self.password, source: "a", device: "d")
        else {
            Issue.record("not signed in")
            return
        }
        #expect(try caller == test.caller(.lead))
        #expect(try await test.office.caller(test.school, .session, secret: secret) == caller)
        #expect(try await test.office.caller(test.school, .token, secret: secret) == nil)
        #expect(try await test.office.caller(test.school, .session, secret: secret + "x") == nil)
        try await test.office.endSession(test.school, secret: secret)
        #expect(try await test.office.caller(test.school, .session, secret: secret) == nil)
    }

    @Test("a session ends after two hours untouched and after twelve in any case")
    func expiry() async throws {
        let test = try await ready()
        let idle = try await test.office.startSession(test.caller(.lead), device: "d")
        test.clock.move(Office.sessionIdle)
        #expect(try await test.office.caller(test.school, .session, secret: idle) != nil)
        test.clock.move(Office.sessionIdle + 1)
        #expect(try await test.office.caller(test.school, .session, secret: idle) == nil)
        let busy = try await test.office.startSession(test.caller(.lead), device: "d")
        for _ in 0..<11 {
            test.clock.move(3600)
            #expect(try await test.office.caller(test.school, .session, secret: busy) != nil)
        }
        test.clock.move(3600)
        #expect(try await test.office.caller(test.school, .session, secret: busy) == nil)
    }

    @Test("a leaver's session ends at once, and one with new roles has them on the next page")
    func sessionFollowsPerson() async throws {
        let test = try await ready()
        let secret = try await test.office.startSession(test.caller(.lead), device: "d")
        try await test.give(
            "changeRoles", on: RecordID(.person, try test.id(.lead).rawValue), ["roles": ["dsl"]], as: .office)
        #expect(try await test.office.caller(test.school, .session, secret: secret)?.givenRoles == [.dsl])
        try await test.leave(.lead)
        #expect(try await test.office.caller(test.school, .session, secret: secret) == nil)
        #expect(try await signIn(test) == .wrong)
    }

    @Test("guessing from one address is slowed there, and harms neither the person elsewhere nor others there")
    func throttled() async throws {
        let test = try await ready()
        for _ in 0..<Throttle.freeTries { #expect(try await signIn(test, "a wrong guess") == .wrong) }
        guard case .wait(let seconds) = try await signIn(test) else {
            Issue.record("not slowed")
            return
        }
        #expect(seconds > 0)
        #expect(try await signIn(test, from: "10.0.0.2") == .signedIn)
        #expect(try await signIn(test, "x", email: "head@oakdene.example") == .wrong)
        test.clock.move(seconds)
        #expect(try await signIn(test) == .signedIn)
    }

    @Test("each further failure waits longer, and never longer than a quarter of an hour")
    func longerWaits() async throws {
        let throttle = Throttle()
        var now: Int64 = 0
        var waits: [Int64] = []
        for _ in 0..<30 {
            throttle.failed(name: "n", source: "s", now: now)
            let wait = throttle.wait(name: "n", source: "s", now: now)
            waits.append(wait)
            now += wait
        }
        #expect(waits.prefix(Throttle.freeTries - 1).allSatisfy { $0 == 0 })
        #expect(waits == waits.sorted())
        #expect(waits.max() == Throttle.longestWait)
    }

    @Test("guessing from many addresses never shuts out an address that the person has signed in from")
    func neverLockedOut() async throws {
        let test = try await ready()
        #expect(try await signIn(test) == .signedIn)
        for number in 0..<(Throttle.freeTriesFromAnywhere + 10) {
            _ = try await signIn(test, "a wrong guess", from: "10.1.0.\(number)")
        }
        guard case .wait = try await signIn(test, from: "10.2.0.1") else {
            Issue.record("a new address was not slowed")
            return
        }
        #expect(try await signIn(test) == .signedIn)
    }

    @Test("a link sets a password once, for a week, and a later one ends it")
    func links() async throws {
        let test = try await TestOffice()
        let person = try test.id(.lead)
        func set(_ link: String) async throws -> Refusal? {
            try await refusal {
                _ = try await test.office.setPassword(
                    withLink: link, in: test.school, password: Self.password, again: Self.password)
            }
        }
        let first = try await test.office.invite(person, in: test.school)
        let second = try await test.office.invite(person, in: test.school)
        #expect(try await set(first) == .notFound)
        #expect(try await test.office.bearer(ofLink: second, in: test.school)?.person == person)
        #expect(try await set(second) == nil)
        #expect(try await set(second) == .notFound)
        let late = try await test.office.invite(person, in: test.school)
        test.clock.move(Office.linkLength)
        #expect(try await set(late) == .notFound)
    }

    @Test("a link used by many at once works for one")
    func linkOnce() async throws {
        let test = try await TestOffice()
        let link = try await test.office.invite(test.id(.lead), in: test.school)
        let used = await withTaskGroup(of: Bool.self, returning: Int.self) { group in
            for number in 0..<10 {
                group.addTask {
                    let password = "\(Self.password) \(number)"
                    return
                        (try? await test.office.setPassword(
                            withLink: link, in: test.school, password: password, again: password)) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(used == 1)
    }

    @Test("a new password ends every session that was open")
    func newPassword() async throws {
        let test = try await ready()
        let secret = try await test.office.startSession(test.caller(.lead), device: "d")
        let link = try await test.office.invite(test.id(.lead), in: test.school)
        _ = try await test.office.setPassword(
            withLink: link, in: test.school, password: "quite another one", again: "quite another one")
        #expect(try await test.office.caller(test.school, .session, secret: secret) == nil)
        #expect(try await signIn(test) == .wrong)
        #expect(try await signIn(test, "quite another one") == .signedIn)
    }

    @Test("a new password ends tokens too")
    func tokensEnd() async throws {
        let test = try await ready()
        let token = try await test.office.makeToken(test.caller(.lead), label: "a program")
        let link = try await test.office.invite(test.id(.lead), in: test.school)
        #expect(try await test.office.caller(test.school, .token, secret: token) != nil)
        _ = try await test.office.setPassword(
            withLink: link, in: test.school, password: "quite another one", again: "quite another one")
        #expect(try await test.office.caller(test.school, .token, secret: token) == nil)
    }

    @Test("a link that is made stands on the person's record, with whoever made it")
    func linkOnRecord() async throws {
        let test = try await TestOffice()
        _ = try await test.office.invite(test.id(.head), as: test.caller(.office))
        let record = RecordID(.person, try test.id(.head).rawValue).description
        let last = try await test.office.ledger.history(test.school, record).last
        #expect(last?.type == "person.linkMade")
        #expect(try last?.stamp.actor == test.id(.office).rawValue)
    }

    @Test("only keepers send links, and none to somebody who is not here", arguments: TestOffice.Member.allCases)
    func whoInvites(member: TestOffice.Member) async throws {
        let test = try await TestOffice()
        let refused = try await refusal { _ = try await test.office.invite(test.id(.lead), as: test.caller(member)) }
        #expect(
            refused
                == ([.office, .head].contains(member)
                    ? nil
                    : .notAuthorised(reason: "You may not send sign-in links.", whoMay: [.administrator, .headteacher]))
        )
        #expect(
            try await refusal { _ = try await test.office.invite(PersonID("p-none"), in: test.school) } == .notFound)
    }

    @Test(
        "a password is long, not easily guessed, and entered twice alike",
        arguments: [
            (
                "elevenchars", "elevenchars", "password",
                "Password must be 12 characters or more. Three random words make a good one"
            ),
            (
                "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "password",
                "Password is too easy to guess. Three random words make a good one"
            ),
            (
                "my lead@oakdene.example", "my lead@oakdene.example", "password",
                "Password is too easy to guess. Three random words make a good one"
            ),
            ("three random words", "three random word", "again", "The two passwords are not the same. Enter it again"),
            (String(repeating: "abcdefg", count: 200), "", "password", "Password must be 1,000 characters or fewer"),
        ])
    func rules(password: String, again: String, field: String, message: String) async throws {
        let test = try await TestOffice()
        let link = try await test.office.invite(test.id(.lead), in: test.school)
        let refused = try await refusal {
            _ = try await test.office.setPassword(withLink: link, in: test.school, password: password, again: again)
        }
        #expect(refused == .incomplete([FieldProblem(field, message)]))
        #expect(try await test.office.bearer(ofLink: link, in: test.school) != nil)
    }

    @Test("a token belongs to its owner, who alone ends it")
    func tokens() async throws {
        let test = try await TestOffice()
        let secret = try await test.office.makeToken(test.caller(.lead), label: "Spreadsheet")
        #expect(try await test.office.caller(test.school, .token, secret: secret) == test.caller(.lead))
        let ticket = try #require(try await test.office.tokens(of: test.caller(.lead)).first)
        #expect(ticket.label == "Spreadsheet")
        #expect(try await refusal { try await test.office.endToken(ticket.hash, of: test.caller(.head)) } == .notFound)
        try await test.office.endToken(ticket.hash, of: test.caller(.lead))
        #expect(try await test.office.caller(test.school, .token, secret: secret) == nil)
    }

    @Test("the store holds no password, session, token or link in clear")
    func nothingInClear() async throws {
        let test = try await ready()
        let secret = try await test.office.startSession(test.caller(.lead), device: "d")
        let login = try #require(try await test.store.login(test.school, person: try test.id(.lead).rawValue))
        #expect(login.passwordHash.hasPrefix("scrypt$4$1$"))
        #expect(!login.passwordHash.contains(Self.password))
        let tickets = try await test.store.tickets(
            test.school, person: try test.id(.lead).rawValue, .session, now: test.clock.now.seconds)
        #expect(tickets.map(\.hash) == [Digest.sha256(secret)])
    }

    @Test(
        "a hash says its own cost, and one that cannot be read matches nothing",
        arguments: [
            "", "scrypt", "scrypt$4$1$AA==", "scrypt$99$1$AA==$AA==", "scrypt$0$1$AA==$AA==", "scrypt$4$99$AA==$AA==",
            "scrypt$4$1$?$AA==", "bcrypt$4$1$AA==$AA==",
            "scrypt$4$1$AA==$",
        ])
    func unreadable(stored: String) throws {
        let hasher = PasswordHasher(logarithm: 4, parallelism: 1, newSalt: { [1, 2, 3] })
        #expect(!hasher.matches("", stored))
        let dearer = PasswordHasher(logarithm: 5, parallelism: 2, newSalt: { [4, 5, 6] })
        #expect(hasher.matches("three random words", try dearer.hash("three random words")))
    }
}
