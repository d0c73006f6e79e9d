import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("Sign-in over HTTP")
struct SignInTests {
    @Test("the right password opens the site, and the page that was asked for")
    func signIn() async throws {
        let world = try await World.withPassword()
        var browser = Browser(world.client)
        let turned = try await browser.get("/oakdene/people?q=a%26b&role=teacher")
        #expect(turned.status == 303)
        let answer = try await browser.fillIn(
            turned.location, "/oakdene/sign-in",
            ["email": [" TEACHER@quillane.example "], "password": [World.password]])
        #expect(answer.location == "/oakdene/people?q=a%26b&role=teacher")
        #expect(try await browser.get(answer.location).status == 200)
        #expect(try await browser.get("/oakdene/sign-in").location == "/oakdene/today")
    }

    @Test("a wrong password and an unknown name are told alike, and the password is not shown back")
    func wrong() async throws {
        let world = try await World.withPassword()
        var browser = Browser(world.client)
        let first = try await world.signIn(&browser, .teacher, password: "wrong-password")
        let second = try await browser.fillIn(
            "/oakdene/sign-in", nil, ["email": ["nobody@quillane.example"], "password": ["wrong-password"]])
        #expect(first.status == 422 && second.status == 422)
        #expect(!first.contains("wrong-password"))
        #expect(first.body.replacing("teacher@", with: "") == second.body.replacing("nobody@", with: ""))
    }

    @Test("a session that has ended does not stand in the way of signing in again")
    func afterIdling() async throws {
        let world = try await World.withPassword()
        var browser = Browser(world.client)
        _ = try await world.signIn(&browser, .teacher)
        // The browser has forgotten the day's own cookie and still sends the session's.
        browser.cookies[Cookies(isSecure: false).browserName] = nil
        world.clock.advance(Office.sessionIdle + 1)
        #expect(try await browser.get("/oakdene/today").status == 303)
        #expect(try await world.signIn(&browser, .teacher).status == 303)
        #expect(try await browser.get("/oakdene/today").status == 200)
    }

    @Test("after five wrong passwords one must wait, and only there")
    func throttled() async throws {
        let world = try await World.withPassword([.teacher], proxies: .thisMachine)
        var guesser = Browser(world.client)
        guesser.headers["X-Forwarded-For"] = "203.0.113.9"
        for _ in 1...5 { #expect(try await world.signIn(&guesser, .teacher, password: "wrong-password").status == 422) }
        let refused = try await world.signIn(&guesser, .teacher)
        #expect(refused.status == 429 && refused.contains("Too many tries"))
        var owner = Browser(world.client)
        owner.headers["X-Forwarded-For"] = "203.0.113.9, 198.51.100.7"
        #expect(try await world.signIn(&owner, .teacher).status == 303)
        world.clock.advance(Throttle.longestWait)
        #expect(try await world.signIn(&guesser, .teacher).status == 303)
    }

    @Test("without a trusted proxy nobody gets more tries by naming another address")
    func forgedAddress() async throws {
        let world = try await World.withPassword()
        var guesser = Browser(world.client)
        for number in 1...5 {
            guesser.headers["X-Forwarded-For"] = "203.0.113.\(number)"
            #expect(try await world.signIn(&guesser, .teacher, password: "wrong-password").status == 422)
        }
        guesser.headers["X-Forwarded-For"] = "203.0.113.6"
        #expect(try await world.signIn(&guesser, .teacher).status == 429)
    }

    @Test("what a role alone allowed ends with the role, in a session, a token and a page that were open before")
    func roleLost() async throws {
        let world = try await World()
        try await world.makePupil()
        try await world.makePicture()
        var browser = try world.browser(.administrator)
        let token = try #require(world.here.tokens[.administrator])
        let (pupil, picture) = ("/oakdene/pupils/\(World.pupil)", "/oakdene/pictures/\(World.picture)/picture.jpg")
        let allowed = [
            "/oakdene/people/import", "/oakdene/pupils/import", "/oakdene/pupils/consent", pupil, picture,
            "/oakdene/ledger",
            "\(pupil)/recordConsent", "/oakdene/school/school/setCalendar", "/oakdene/policy/drafts",
        ]
        for path in allowed { #expect(try await browser.get(path).status == 200, "\(path)") }
        let open = try await browser.get("\(pupil)/protect").form("\(pupil)/protect")
        let calendar = try await browser.get("/oakdene/school/school/setCalendar")
            .form("/oakdene/school/school/setCalendar")
        // Nobody who is the only one to hold a role can lose it.
        _ = try await world.office.addPerson(
            Person.Particulars(name: "Another", email: "another@office.example", roles: [.administrator]),
            firstDay: try #require(Day(iso: "2026-09-01")), to: world.here.log)
        let person = try world.here.id(.administrator)
        try await world.submit(
            "changeRoles", on: "person/\(person)", as: .headteacher, ["roles": ["volunteer"]])
        let size = try await world.size(world.here)
        for path in allowed {
            let answer = try await browser.get(path)
            #expect([403, 404, 409].contains(answer.status), "\(path): \(answer.status)")
            #expect(!answer.contains("Lark") && !answer.contains("the whole picture"), "\(path)")
        }
        #expect(try await [403, 404].contains(browser.send(open).status))
        #expect(try await browser.send(calendar, ["terms": ["Autumn 2026-09-02 to 2026-10-23"]]).status == 403)
        var caller = Browser(world.client)
        caller.headers["Authorization"] = "Bearer \(token)"
        #expect(try await caller.get("/oakdene/api/pupils/\(World.pupil)").status == 404)
        #expect(try await !caller.get("/oakdene/api/pupils").contains("Lark"))
        #expect(try await world.size(world.here) == size)
        // They are signed in still, as what they now are.
        let today = try await browser.get("/oakdene/today")
        #expect(today.status == 200 && !today.contains("/oakdene/pupils") && !today.contains("Ask for image consent"))
    }

    @Test("signing out ends the session, not only the cookie")
    func signOut() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let kept = browser
        let answer = try await browser.fillIn("/oakdene/today", "/oakdene/sign-out")
        #expect(answer.status == 303 && browser.cookies["hornbook-oakdene"] == nil)
        var thief = kept
        #expect(try await thief.get("/oakdene/today").status == 303)
    }

    @Test("every session of a person ends at once")
    func endAll() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        var other = world.browser(
            session: try await world.office.startSession(try world.here.caller(.teacher), device: "Phone"))
        #expect(try await other.get("/oakdene/today").status == 200)
        _ = try await browser.fillIn("/oakdene/me", "/oakdene/me/sessions/end")
        #expect(try await browser.get("/oakdene/today").status == 303)
        #expect(try await other.get("/oakdene/today").status == 303)
    }

    @Test("a token made on one's page works until it is ended there")
    func tokens() async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        let made = try await browser.fillIn("/oakdene/me", "/oakdene/me/tokens", ["label": ["Spreadsheet"]])
        let secret = try #require(made.tags.first { $0.attributes["class"] == "secret" }?.text)
        let headers = ["Authorization": "Bearer \(secret)"]
        #expect(try await world.client.send(.get, "/oakdene/api/today", headers: headers).status == 200)
        let page = try await browser.get("/oakdene/me")
        #expect(!page.contains(secret))
        for form in page.forms where form.action.hasSuffix("/end") && form.action.contains("/tokens/") {
            _ = try await browser.send(form)
        }
        #expect(try await world.client.send(.get, "/oakdene/api/today", headers: headers).status == 401)
    }

    @Test("a one-time link works once, and an earlier one not at all")
    func links() async throws {
        let world = try await World()
        var keeper = try world.browser(.administrator)
        let person = try world.here.id(.teacher)
        func link() async throws -> String {
            let page = try await keeper.fillIn("/oakdene/people/\(person)", "/oakdene/people/\(person)/invite")
            return try #require(page.tags.first { $0.attributes["class"] == "secret" }?.text)
        }
        let (first, second) = (try await link(), try await link())
        var browser = Browser(world.client)
        #expect(try await browser.get(first).status == 404)
        let weak = try await browser.fillIn(second, nil, ["password": ["short"], "again": ["other"]])
        #expect(weak.status == 422 && !weak.contains("\"short\""))
        let set = try await browser.fillIn(second, nil, ["password": [World.password], "again": [World.password]])
        #expect(set.location == "/oakdene/sign-in?done=passwordSet")
        #expect(try await browser.get(second).status == 404)
        #expect(try await world.signIn(&browser, .teacher).status == 303)
    }

    @Test("a leaver's sessions and tokens end with the form that records it, and the sign-in with them")
    func leaver() async throws {
        let world = try await World.withPassword([.teacher])
        var browser = try world.browser(.teacher)
        let person = try world.here.id(.teacher)
        var head = try world.browser(.headteacher)
        _ = try await head.fillIn("/oakdene/people/\(person)/leave", nil, ["on": ["2026-11-23"]])
        #expect(try await browser.get("/oakdene/today").status == 303)
        #expect(try await world.store.login(world.here.log, person: person) == nil)
        var fresh = Browser(world.client)
        #expect(try await world.signIn(&fresh, .teacher).status == 422)
    }

    @Test("a leaver recorded over the programming interface keeps nothing to come in with either")
    func leaverOverAPI() async throws {
        let world = try await World.withPassword([.teacher])
        let person = try world.here.id(.teacher)
        let answer = try await world.call(.headteacher, .post, "/people/\(person)/leave", json: #"{"on":"2026-11-23"}"#)
        #expect(answer.status == 201)
        #expect(try await world.store.login(world.here.log, person: person) == nil)
    }

    @Test(
        "no `from` leads out of the site",
        arguments: [
            "//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example",
            "/\n/evil.example", "/\r\nSet-Cookie: a=b",
            " //evil.example", "javascript:alert(1)", "/ /evil.example", "/%09/evil.example", "/\u{0}/evil.example",
        ], [true, false])
    func openRedirect(_ from: String, _ hasHost: Bool) async throws {
        let world = try await World.withPassword()
        var browser = Browser(world.client)
        if hasHost {
            try await world.office.setHosts(["policy.oakdene.example"], of: world.here.log)
            browser.host = "policy.oakdene.example"
        }
        let answer = try await world.signIn(&browser, .teacher, from: from)
        #expect(answer.status == 303)
        let target = answer.location
        #expect(target.hasPrefix("/") && !target.hasPrefix("//"))
        #expect(
            target.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "\\" && $0.value != 0x7F },
            "\(target.debugDescription)")
    }

    @Test("anybody can be anybody in a demonstration, and only there")
    func demo() async throws {
        let demo = try await World(isDemo: true)
        var browser = Browser(demo.client)
        let person = try demo.here.id(.headteacher)
        let page = try await browser.get("/oakdene/sign-in")
        #expect(page.contains("Everybody here is invented"))
        let form = try #require(page.forms.first { $0.values["person"] == [person] })
        #expect(try await browser.send(form).location == "/oakdene/today")
        #expect(try await browser.get("/oakdene/today").contains("Everybody here is invented"))

        let real = try await World()
        var other = Browser(real.client)
        let csrf = try (try await other.get("/oakdene/sign-in")).form("/oakdene/sign-in").values["csrf"]
        #expect(
            try await other.post(
                "/oakdene/sign-in/as", ["person": [try real.here.id(.headteacher)], "csrf": csrf ?? []]
            ).status == 404)
        #expect(try await other.get("/oakdene/today").status == 303)
    }
}
