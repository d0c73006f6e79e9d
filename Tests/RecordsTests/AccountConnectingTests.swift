import Testing

@testable import Policy
@testable import Records

@Suite("Connecting an account")
struct AccountConnectingTests {
    private static let mastodon = Connection.mastodon(server: "https://social.example")

    private func give(_ command: Account.Command, to state: Account?, as who: Cast) throws -> Account? {
        let desk = try Desk.of(who, pack: try Pack.named("oakdene"))
        return try Account.decide(state, command, at: desk).reduce(state) { Account.evolve($0, $1) }
    }

    private func open() throws -> Account? { try Stage.open.state(under: try Pack.named("oakdene")) }

    @Test("an account that was never connected is published to by hand")
    func byHand() throws { #expect(try open()?.openAccount?.connection == .byHand) }

    @Test("a connection is kept with its sealed secret, by whom and when")
    func connected() throws {
        let account = try give(.connect(Self.mastodon, sealedSecret: "sealed"), to: try open(), as: .office)
        #expect(
            account?.openAccount?.link
                == AccountLink(
                    connection: Self.mastodon, sealedSecret: "sealed", by: Cast.office.id, at: Moment.now))
    }

    @Test("a disconnected account keeps no secret")
    func disconnected() throws {
        var account = try give(.connect(Self.mastodon, sealedSecret: "sealed"), to: try open(), as: .office)
        account = try give(.disconnect(reason: "Moved."), to: account, as: .office)
        #expect(account?.openAccount?.link == nil)
        #expect(account?.openAccount != nil)
    }

    @Test("what is not connected cannot be disconnected")
    func twice() throws {
        #expect(throws: Refusal.self) { try give(.disconnect(reason: "Moved."), to: try open(), as: .office) }
    }

    @Test("a connection that needs a secret is refused without one")
    func secret() throws {
        #expect(
            throws: Refusal.incomplete([
                FieldProblem("secret", "Enter the access token or the application password")
            ])
        ) { try give(.connect(Self.mastodon, sealedSecret: ""), to: try open(), as: .office) }
    }

    @Test("a secret that a connection does not need is not kept")
    func needless() throws {
        let account = try give(.connect(.feed, sealedSecret: "sealed"), to: try open(), as: .office)
        #expect(account?.openAccount?.link?.sealedSecret == "")
    }

    @Test(
        "a place is refused that is not plain or not over https",
        arguments: [
            "http://social.example", "ftp://social.example", "https://user:pass@social.example", "social.example",
            "https://social.example?x=1", "https://social.example#x", "https://social.example\\@evil.example",
            "http://127.0.0.1.evil.example",
        ])
    func place(_ server: String) throws {
        #expect(
            throws: Refusal.incomplete([FieldProblem("server", "Enter a web address that begins with https://")])
        ) { try give(.connect(.mastodon(server: server), sealedSecret: "s"), to: try open(), as: .office) }
    }

    @Test(
        "only those who keep the password connect and disconnect", arguments: [Cast.governor, .volunteer, .applicant])
    func others(_ who: Cast) throws {
        #expect(throws: Refusal.self) { try give(.connect(.feed, sealedSecret: ""), to: try open(), as: who) }
    }

    @Test(
        "the form makes a connection of each way",
        arguments: [
            (["mastodon", "https://social.example/", ""], Self.mastodon),
            (["wordpress", "https://a.example/blog", "ann"], .wordPress(site: "https://a.example/blog", user: "ann")),
            (
                ["at-protocol", "", "@oak.example"],
                .atProtocol(service: "https://bsky.social", identifier: "oak.example")
            ), (["feed", "", ""], .feed),
        ])
    func form(_ given: [String], _ connection: Connection) throws {
        let desk = try Desk.of(.office, pack: try Pack.named("oakdene"))
        let form = try #require(Account.forms(at: desk).first { $0.form.name == "connect" })
        let input = Input(["way": [given[0]], "server": [given[1]], "user": [given[2]], "secret": ["s"]])
        let answers = try form.form.answers(to: input, people: FormPeople())
        #expect(try form.make(answers) == .connect(connection, sealedSecret: "s"))
    }

    @Test(
        "the form asks for what a way needs",
        arguments: [("mastodon", ["server"]), ("wordpress", ["server", "user"]), ("at-protocol", ["user"])])
    func lacking(_ way: String, _ fields: [String]) throws {
        let desk = try Desk.of(.office, pack: try Pack.named("oakdene"))
        let form = try #require(Account.forms(at: desk).first { $0.form.name == "connect" })
        let answers = try form.form.answers(to: Input(["way": [way], "secret": ["s"]]), people: FormPeople())
        let refusal = #expect(throws: Refusal.self) { _ = try form.make(answers) }
        guard case .incomplete(let problems) = refusal else { return #expect(Bool(false)) }
        #expect(problems.map(\.field) == fields)
    }

    @Test("once whoever connected it has left, it is to be connected anew; the feed, which has no secret, is not")
    func connectorLeaves() throws {
        let pack = try Pack.named("oakdene")
        let desk = try Desk.of(.head, pack: pack, isReaction: true)
        func duties(_ connection: Connection) throws -> [String] {
            let secret = connection.needsSecret ? "sealed" : ""
            let connected = try give(.connect(connection, sealedSecret: secret), to: try open(), as: .office)
            let left = try Account.decide(connected, .noteLeaver(Cast.office.id), at: desk).reduce(connected) {
                Account.evolve($0, $1)
            }
            #expect(try Account.decide(left, .noteLeaver(Cast.office.id), at: desk).isEmpty)
            return left?.summary.duties.map(\.key).filter { $0 == "reconnect" } ?? []
        }
        #expect(try duties(Self.mastodon) == ["reconnect"])
        #expect(try duties(.feed).isEmpty)
    }
}
