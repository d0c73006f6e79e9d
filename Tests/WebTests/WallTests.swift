import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("The wall")
struct WallTests {
    /// The roles that each area lets in, said a second time: a slip in the one table lets somebody in.
    static func expected(_ area: Area) -> Admission {
        switch area {
        case .publicPage, .signIn, .setPassword, .assets, .health, .openAPI, .consentForm: .everyone
        case .today, .posts, .ask, .answers, .judgements, .policy, .accounts, .accountLog, .people, .ownSessions,
            .ownTokens,
            .takedowns, .api:
            .signedIn
        case .pupils: .roles([.staff, .teacher, .administrator, .slt, .headteacher, .dsl, .dpo])
        case .pupilRoll: .roles([.administrator, .headteacher])
        case .consents: .roles([.administrator, .headteacher, .dsl, .dpo])
        case .blackouts: .roles([.headteacher, .slt, .dsl])
        case .peopleImport, .invitations, .schoolSettings: .roles([.administrator, .headteacher])
        case .pictures: .roles([.staff, .teacher, .administrator, .slt, .headteacher, .dsl, .dpo])
        case .policyDrafts: .roles([.administrator, .headteacher, .slt])
        case .ledger, .proofs: .roles([.administrator, .slt, .dpo, .dsl, .governor, .clerk])
        case .verification, .checkpoints: .roles([.administrator, .slt, .dpo, .governor, .clerk])
        }
    }

    @Test("each area lets in exactly those whom it should", arguments: Area.allCases)
    func admissions(_ area: Area) throws {
        #expect(Access.admission(to: area, under: try Self.pack()) == Self.expected(area))
    }

    /// That of the school here, which leaves to the defaults who keeps consents and who may hold all posts.
    private static func pack() throws -> Pack { try #require(try Pack.embedded("oakdene")) }

    @Test("no area that is behind the wall admits nobody's visitor", arguments: Area.allCases)
    func nobody(_ area: Area) throws {
        #expect(Access.admits(nil, to: area, under: try Self.pack()) == (Self.expected(area) == .everyone))
    }

    /// The area of each address, said a second time: a page in the wrong one is open to the wrong people.
    static let areas: [String: Area] = [
        "": .publicPage, "/sign-in": .signIn, "/sign-in/as": .signIn, "/sign-out": .signIn,
        "/welcome/:secret": .setPassword,
        "/today": .today, "/ask": .ask, "/policy": .policy, "/policy/analysis": .policy,
        "/policy/compare": .policy, "/policy/questions": .policy, "/policy/questions.csv": .policy,
        "/accounts": .accounts, "/accounts/log": .accountLog,
        "/accounts/log.csv": .accountLog, "/accounts/:key": .accounts, "/accounts/:key/connection/test": .accounts,
        "/feed.atom": .publicPage, "/people": .people, "/people/:key": .people,
        "/me": .ownSessions, "/me/sessions/end": .ownSessions, "/me/tokens": .ownTokens,
        "/me/tokens/:hash/end": .ownTokens,
        "/people/import": .peopleImport, "/people/import/confirm": .peopleImport, "/people/:key/invite": .invitations,
        "/accounts/:key/:command": .accounts, "/people/:key/:command": .people, "/declarations/:key/:command": .people,
        "/training/:key/:command": .people, "/school/:key/:command": .schoolSettings, "/ledger": .ledger,
        "/school/:key/addBlackout": .blackouts, "/school/:key/removeBlackout": .blackouts,
        "/ledger/verify": .verification, "/ledger/checkpoint": .checkpoints, "/ledger/checkpoint.txt": .checkpoints,
        "/answers": .answers, "/answers/:key": .answers, "/answers/:key/answer.json": .answers,
        "/answers/:key/:command": .answers, "/judgements": .judgements, "/judgements/:key": .judgements,
        "/judgements/:key/:command": .judgements, "/posts": .posts, "/posts/calendar": .posts, "/posts/:key": .posts,
        "/posts/new/start": .posts, "/posts/:key/save": .posts, "/posts/:key/submit": .posts,
        "/posts/:key/:command": .posts, "/posts/:key/pictures/:picture": .posts,
        "/posts/:key/pictures/:picture/picture.jpg": .posts, "/posts/:key/pictures/:picture/small.jpg": .posts,
        "/pictures": .pictures, "/pictures/upload": .pictures, "/pictures/:key": .pictures,
        "/pictures/:key/picture.jpg": .pictures, "/pictures/:key/small.jpg": .pictures,
        "/pictures/:key/:command": .pictures,
        "/consent/:secret": .consentForm, "/pupils": .pupils, "/pupils/import": .pupilRoll,
        "/pupils/import/confirm": .pupilRoll, "/pupils/consent": .consents, "/pupils/consent.csv": .consents,
        "/pupils/links": .consents, "/pupils/:key": .pupils, "/pupils/:key/link": .consents,
        "/pupils/:key/:command": .pupils, "/takedowns": .takedowns, "/takedowns/:key": .takedowns,
        "/takedowns/:key/gone/:account": .takedowns, "/takedowns/:key/receipt": .takedowns,
        "/takedowns/:key/receipt.txt": .takedowns, "/takedowns/:key/:command": .takedowns,
        "/ledger/proof/:kind/:key": .proofs, "/policy/pack.yaml": .policy, "/editions/:key/:command": .policyDrafts,
        "/policy/drafts": .policyDrafts, "/policy/drafts/import": .policyDrafts, "/policy/drafts/:key": .policyDrafts,
        "/policy/drafts/:key/pack.yaml": .policyDrafts, "/policy/drafts/:key/impact": .policyDrafts,
        "/policy/drafts/:key/text": .policyDrafts, "/policy/drafts/:key/check": .policyDrafts,
        "/policy/drafts/:key/new-rule": .policyDrafts, "/policy/drafts/:key/rules/:rule": .policyDrafts,
        "/policy/drafts/:key/rules/:rule/delete": .policyDrafts,
        "/policy/drafts/:key/checks/:check": .policyDrafts,
        "/policy/drafts/:key/settings/:setting": .policyDrafts, "/policy/drafts/:key/name": .policyDrafts,
    ]

    @Test("each address stands in the area that it should")
    func addresses() {
        for route in Routes.all {
            let expected = route.path.hasPrefix("/api/") ? Area.api : Self.areas[route.path]
            #expect(route.area == expected, "\(route.path)")
        }
    }

    @Test("every area but those outside a school has a route")
    func everyAreaHasARoute() {
        let outside: Set<Area> = [.assets, .health, .openAPI]
        #expect(Set(Routes.all.map(\.area)) == Set(Area.allCases).subtracting(outside))
    }

    @Test("no address has two handlers, which would keep the server from starting")
    func eachOnce() {
        let addresses = Routes.all.map { "\($0.method) \($0.path)" }
        let twice = Dictionary(grouping: addresses, by: \.self).filter { $0.value.count > 1 }.keys
        #expect(twice.sorted() == [])
    }

    /// Nothing private of a school stands in an answer: no person, no account but those on the public page, no secret.
    private func check(_ answer: Answer, _ world: World, _ call: Call, _ who: String) {
        let text = answer.body.lowercased()
        #expect(!text.contains(world.here.people.lowercased()), "\(who) learns of a person by \(call)")
        #expect(!text.contains(World.secret), "\(who) learns a secret by \(call)")
        if call.area != .publicPage {
            #expect(!text.contains(world.here.accounts.lowercased()), "\(who) learns of an account by \(call)")
        }
    }

    private func strangers(_ world: World) async throws -> [Visitor] {
        let (here, elsewhere) = (world.here, world.elsewhere)
        let head = try #require(elsewhere.sessions[.headteacher])
        let token = try #require(elsewhere.tokens[.headteacher])
        let leaver = try here.caller(.contractor)
        let left = try #require(here.sessions[.contractor])
        let leftToken = try #require(here.tokens[.contractor])
        try await world.submit("leave", on: "person/\(leaver.person)", as: .headteacher, try world.good("leave"))
        let administrator = try here.id(.administrator)
        let time = world.clock.now.seconds
        for (secret, used, expires) in [
            ("expired1", time - 1, time - 1), ("idle1", time - Office.sessionIdle - 1, time + 3600),
        ] {
            try await world.store.addTicket(
                here.log,
                Ticket(
                    use: .session, hash: Digest.sha256(secret), person: administrator, label: "", created: time - 9000,
                    used: used, expires: expires))
        }
        try await world.store.addTicket(
            here.log,
            Ticket(
                use: .token, hash: Digest.sha256("expiredtoken"), person: administrator, label: "",
                created: time - 9000, used: time - 1,
                expires: time - 1))
        return [
            Visitor(description: "nobody", cookieOf: here.log),
            Visitor(description: "the head of another school", session: head, cookieOf: elsewhere.log, token: token),
            Visitor(
                description: "the head of another school under this school's cookie", session: head, cookieOf: here.log,
                token: token),
            Visitor(
                description: "a token as a session and a session as a token",
                session: try #require(here.tokens[.headteacher]), cookieOf: here.log,
                token: try #require(here.sessions[.headteacher])),
            Visitor(description: "a leaver", session: left, cookieOf: here.log, token: leftToken),
            Visitor(description: "an expired session", session: "expired1", cookieOf: here.log, token: "expiredtoken"),
            Visitor(description: "an idle session", session: "idle1", cookieOf: here.log),
        ]
    }

    @Test("nobody from outside gets anything from any route, nor adds anything")
    func strangersGetNothing() async throws {
        let world = try await World()
        try await world.makeEverything()
        let calls = try await Calls(world).all().filter { Self.expected($0.area) != .everyone }
        #expect(calls.count > 150)
        for visitor in try await strangers(world) {
            let before = try await world.size(world.here)
            for call in calls {
                let answer = try await visitor.send(call, to: world)
                check(answer, world, call, visitor.description)
                let isToSignIn = call.method == .get && call.area != .api
                #expect(answer.status == (isToSignIn ? 303 : 401), "\(visitor) gets \(answer.status) by \(call)")
                #expect(answer.location.hasPrefix(isToSignIn ? "/oakdene/sign-in?from=" : ""))
                if call.method == .get {
                    let head = try await visitor.send(call, to: world, method: .head)
                    #expect(head.body.isEmpty && head.status == answer.status, "HEAD of \(call)")
                }
            }
            #expect(try await world.size(world.here) == before, "\(visitor) added something")
        }
    }

    @Test("pages for anybody name no person and show no account that is not open")
    func openPagesAreBare() async throws {
        let world = try await World()
        try await world.makeEverything()
        let nobody = Visitor(description: "nobody", cookieOf: world.here.log)
        let calls = try await Calls(world).all()
        let before = try await world.size(world.here)
        for call in calls
        where Self.expected(call.area) == .everyone && call.area != .setPassword {
            let answer = try await nobody.send(call, to: world)
            #expect(!answer.body.contains(world.here.people) && !answer.body.contains(World.secret), "\(call)")
            #expect(answer.status < 500, "\(call)")
        }
        #expect(try await world.size(world.here) == before)
    }

    @Test("a person without the role gets nothing from a part of the site that is for others", arguments: Role.allCases)
    func otherRoles(_ role: Role) async throws {
        let world = try await World()
        try await world.makeEverything()
        let held = Role.including([role])
        let visitor = Visitor(
            description: role.rawValue, session: try #require(world.here.sessions[role]), cookieOf: world.here.log,
            token: try #require(world.here.tokens[role]))
        let own = try world.here.caller(role)
        let calls = try await Calls(world).all()
        let before = try await world.size(world.here)
        for call in calls {
            guard case .roles(let roles) = Self.expected(call.area), held.isDisjoint(with: roles) else { continue }
            var answer = try await visitor.send(call, to: world)
            // Their own name stands above every page.
            answer = Answer(
                status: answer.status, headers: answer.headers, body: answer.body.replacing(own.name, with: ""))
            check(answer, world, call, role.rawValue)
            #expect(answer.status == 403, "\(role) gets \(answer.status) by \(call)")
        }
        #expect(try await world.size(world.here) == before)
    }

    @Test("the right people get every page, so that the wall's tests can fail")
    func theRightPeople() async throws {
        let world = try await World()
        try await world.makeEverything()
        _ = try await world.office.checkpoint(world.here.log)
        let administrator = Visitor(
            description: "administrator", session: try #require(world.here.sessions[.administrator]),
            cookieOf: world.here.log,
            token: try #require(world.here.tokens[.administrator]))
        for call in try await Calls(world).all()
        where call.method == .get && !call.path.contains("/new/")
            && !["/account-", "/answer-", "/judgement-", "/picture-", "/c-pupil", "/post-", "/takedowns/"].contains(
                where: call.path.contains)
        {
            // Days without posts are for others to set, by the policy of this school.
            let isOthers =
                call.path.contains("/declarations/") || call.path.hasSuffix("/join")
                || call.path.hasSuffix("Blackout")
            let answer = try await administrator.send(call, to: world)
            let isFound = answer.status == 200 || answer.status == 303 && call.path == "/sign-in"
            // The link is one to set a password.
            if call.area == .consentForm { continue }
            // Asked for without saying what is to be compared.
            let isHalf = answer.status == 422 && call.path == "/api/compare"
            #expect(isFound || isOthers || isHalf, "\(call) gives \(answer.status)")
        }
    }
}
