import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("Forged forms")
struct ForgeryTests {
    /// How a form may come without being one that this site showed to this browser.
    enum Forgery: String, CaseIterable { case noToken, emptyToken, garbledToken, anothersToken, crossSite, sameSite }

    @Test("no posted form is accepted unless this site showed it to this browser", arguments: Forgery.allCases)
    func refused(_ forgery: Forgery) async throws {
        let world = try await World()
        try await world.makeEverything()
        let session = try #require(world.here.sessions[.headteacher])
        let other = try #require(world.here.sessions[.teacher])
        let calls = try await Calls(world).all()
        let before = try await world.size(world.here)
        for call in calls where call.method == .post && call.area != .api {
            var browser = world.browser(session: session)
            var fields = call.fields
            switch forgery {
            case .noToken: break
            case .emptyToken: fields["csrf"] = [""]
            case .garbledToken: fields["csrf"] = ["%%%", "\u{0}"]
            case .anothersToken: fields["csrf"] = [world.site.formToken(for: other)]
            case .crossSite, .sameSite:
                browser.headers["Sec-Fetch-Site"] = forgery == .crossSite ? "cross-site" : "same-site"
                fields["csrf"] = [world.site.formToken(for: session)]
            }
            let answer = try await browser.post(world.here.path + call.path, fields)
            #expect(answer.status == 403, "\(call)")
        }
        #expect(try await world.size(world.here) == before)
        #expect(
            try await world.office.caller(world.here.log, .session, secret: session) != nil, "the session was not ended"
        )
    }

    @Test("the sign-in form is refused from another site and from another browser")
    func signInForm() async throws {
        let world = try await World.withPassword()
        var mine = Browser(world.client)
        let form = try (try await mine.get("/oakdene/sign-in")).form("/oakdene/sign-in")
        let fields = form.filled(in: ["email": [world.here.email(.teacher)], "password": [World.password]])
        var other = Browser(world.client)
        _ = try await other.get("/oakdene/sign-in")
        #expect(try await other.post("/oakdene/sign-in", fields).status == 403)
        var bare = Browser(world.client)
        #expect(try await bare.post("/oakdene/sign-in", fields).status == 403)
        mine.headers["Sec-Fetch-Site"] = "cross-site"
        #expect(try await mine.post("/oakdene/sign-in", fields).status == 403)
        mine.headers["Sec-Fetch-Site"] = "same-origin"
        #expect(try await mine.post("/oakdene/sign-in", fields).status == 303)
    }

    @Test("a session cookie alone does nothing on the programming interface")
    func cookieIsNoToken() async throws {
        let world = try await World()
        var browser = try world.browser(.headteacher)
        #expect(try await browser.get("/oakdene/api/people").status == 401)
    }
}

extension World {
    /// With a password for each person of the first school.
    static func withPassword(
        _ roles: [Role] = [.teacher], hasSecureCookies: Bool = false, proxies: TrustedProxies = .none
    )
        async throws -> World
    {
        let world = try await World(hasSecureCookies: hasSecureCookies, proxies: proxies)
        for role in roles {
            let link = try await world.office.invite(try world.here.caller(role).person, in: world.here.log)
            _ = try await world.office.setPassword(
                withLink: link, in: world.here.log, password: password, again: password)
        }
        return world
    }

    func signIn(_ browser: inout Browser, _ role: Role, password: String = World.password, from: String? = nil)
        async throws -> Answer
    {
        let page = browser.host == "localhost" ? "/oakdene/sign-in" : "/sign-in"
        let query = from.map { "?from=\(Input.encode($0))" } ?? ""
        return try await browser.fillIn(page + query, page, ["email": [here.email(role)], "password": [password]])
    }
}
