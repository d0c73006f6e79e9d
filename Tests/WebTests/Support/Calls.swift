import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

/// A request to a school, of one route with its parameters filled in.
struct Call: Sendable, CustomStringConvertible {
    var method: HTTPRequest.Method
    /// After the school's own.
    var path: String
    var area: Area
    var fields: [String: [String]] = [:]
    /// The body of an API call.
    var json = ""
    var description: String { "\(method) \(path)" }
}

/// Every route with records that exist, and for the commands each command of each kind.
struct Calls {
    let world: World
    var secrets: (link: String, token: String)

    init(_ world: World) async throws {
        self.world = world
        let office = world.office
        let teacher = try world.here.caller(.teacher)
        let token = try #require(try await office.tokens(of: teacher).first)
        secrets = (
            try await office.invite(teacher.person, in: world.here.log),
            token.hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        )
    }

    func all() async throws -> [Call] {
        let desk = try await world.office.bareDesk(world.here.log)
        var calls: [Call] = []
        for route in Routes.all {
            if let kind = Kind.allCases.first(where: { route.path.hasPrefix("/\($0.path)/:key/") }),
                let name = route.path.split(separator: "/").last.map(String.init), own(kind).contains(name)
            {
                calls += try command(route, kind, name)
            } else if route.path.hasSuffix(":key/:command") {
                for kind in Kind.allCases where route.path.contains("/:kind/") || route.path.contains("/\(kind.path)/")
                {
                    for form in Cabinet.drawer(kind).forms(at: desk)
                    where route.area == .api || !own(kind).contains(form.name) {
                        calls += try command(route, kind, form.name)
                    }
                }
            } else {
                calls.append(try plain(route))
            }
        }
        return calls
    }

    /// Commands of a kind that have an address and an area of their own.
    private func own(_ kind: Kind) -> Set<String> { kind == .school ? ["addBlackout", "removeBlackout"] : [] }

    private func plain(_ route: Route) throws -> Call {
        let person = try world.here.id(.teacher)
        var path = route.path
        for (name, value) in [
            ("people/:key", "people/\(person)"), ("answers/:key", "answers/\(World.answer)"),
            ("judgements/:key", "judgements/\(World.judgement)"), ("posts/:key", "posts/\(World.post)"),
            ("accounts/:key", "accounts/\(Stage.open.key)"),
            ("pictures/:key", "pictures/\(World.picture)"),
            (":picture", World.picture), ("drafts/:key", "drafts/\(World.draft)"),
            (":rule", "apply-with-business-case"),
            ("pupils/:key", "pupils/\(World.pupil)"), ("takedowns/:key", "takedowns/post-000001"),
            (":account", "account-1"), (":check", "threat"),
            (":setting", "handover-within"), (":secret", secrets.link), (":hash", secrets.token),
            (":kind/:key", "accounts/\(Stage.open.key)"), (":kind", "accounts"),
        ] {
            path = path.replacing(name, with: value)
        }
        #expect(!path.contains(":"), "fill in the parameters of \(route.path)")
        var call = Call(method: route.method, path: path, area: route.area)
        switch path {
        case "/people/import": call.fields = ["sheet": ["name,email,roles\nNew,new@office.example,teacher"]]
        case "/people/import/confirm":
            call.fields = ["sheet": ["name,email,roles\nNew,new@office.example,teacher"], "once": ["wall"]]
        case "/pupils/import": call.fields = ["sheet": ["first name,last name\nNew,Newcomer"]]
        case "/pupils/import/confirm":
            call.fields = ["sheet": ["first name,last name\nNew,Newcomer"], "once": ["wall"]]
        case "/me/tokens": call.fields = ["label": ["Wall"]]
        case "/sign-in/as": call.fields = ["person": [person]]
        default: break
        }
        return call
    }

    private func command(_ route: Route, _ kind: Kind, _ command: String) throws -> [Call] {
        let person = try world.here.id(.teacher)
        let keys: [String] =
            switch kind {
            case .account: ["new"] + [Stage.applied, .returned, .approved, .open, .unofficial].map(\.key)
            case .person: ["new", person]
            case .declaration, .training: [person]
            case .school: ["school"]
            case .answer: ["new", World.answer]
            case .judgement: ["new", World.judgement]
            case .post: ["new", World.post]
            case .picture: [World.picture]
            case .pupil: ["new", World.pupil]
            case .takedown: ["post-000001"]
            case .edition: [command == "startDraft" ? "new" : World.draft]
            }
        return try keys.map { key in
            let good = try world.good(command)
            var call = Call(
                method: route.method,
                path: route.path.replacing(":kind", with: kind.path).replacing(":key", with: key).replacing(
                    ":command", with: command),
                area: route.area, fields: good)
            call.fields["record"] = ["\(kind.keyPrefix)wall-newcomer"]
            call.fields["once"] = ["wall"]
            if key != "new" { call.fields["revision"] = ["999"] }
            call.json = "{}"
            return call
        }
    }
}

/// Somebody who comes to the school's door.
struct Visitor: Sendable, CustomStringConvertible {
    var description: String
    var session = ""
    /// The school whose cookie carries the session.
    var cookieOf: LogID
    var token = ""

    func send(_ call: Call, to world: World, method: HTTPRequest.Method? = nil) async throws -> Answer {
        var browser = Browser(world.client)
        let cookies = Cookies(isSecure: false)
        browser.cookies[cookies.browserName] = "browser1"
        if !session.isEmpty { browser.cookies[cookies.sessionName(cookieOf)] = session }
        if !token.isEmpty { browser.headers["Authorization"] = "Bearer \(token)" }
        let path = world.here.path + call.path
        let method = method ?? call.method
        guard method == .post else { return try await browser.get(path, method) }
        if call.area == .api { return try await browser.send(.post, path, type: "application/json", body: call.json) }
        var fields = call.fields
        // The right token for whichever secret the site goes by: what is tested is the wall behind it.
        let isKnown =
            cookieOf == world.here.log
            ? try await world.office.caller(world.here.log, .session, secret: session) != nil : false
        fields["csrf"] = [world.site.formToken(for: isKnown ? session : "browser1")]
        return try await browser.post(path, fields)
    }
}
