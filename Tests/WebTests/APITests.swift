import Foundation
import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

extension World {
    /// A call of the programming interface with this person's token.
    func call(
        _ role: Role, _ method: HTTPRequest.Method, _ path: String, json: String? = nil, headers: [String: String] = [:]
    ) async throws -> Answer {
        let token = try #require(here.tokens[role])
        let all = headers.merging(["Authorization": "Bearer \(token)", "Content-Type": "application/json"]) { $1 }
        return try await client.send(method, "\(here.path)/api\(path)", headers: all, body: json)
    }

    /// Good answers of a command as JSON, each in the shape that its field has.
    func json(_ command: String, kind: Kind) async throws -> String {
        let desk = try await office.bareDesk(here.log)
        let form = try #require(Cabinet.drawer(kind).forms(at: desk).first { $0.name == command })
        let good = try good(command)
        var object: [String: Any] = [:]
        for field in form.fields {
            let prefix = "\(field.name)."
            if case .eachPerson = field.kind {
                let answers = good.filter { $0.key.hasPrefix(prefix) }
                object[field.name] = Dictionary(
                    uniqueKeysWithValues: answers.map { ($0.key.replacing(prefix, with: ""), $0.value[0]) })
            } else if let values = good[field.name] {
                object[field.name] =
                    switch field.kind {
                    case .choices, .people: values
                    case .yesNo, .confirm: values == ["yes"]
                    case .integer: Int(values[0]) ?? 0
                    default: values[0]
                    }
            }
        }
        return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }
}

extension Answer {
    func object() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
    }

    /// The names of the fields at fault.
    func faults() throws -> [String] {
        try #require(try object()["fields"] as? [[String: String]]).compactMap { $0["field"] }
    }
}

@Suite("The programming interface")
struct APITests {
    @Test("every command works over it", arguments: Permission.all)
    func commands(_ permission: Permission) async throws {
        let world = try await permission.world()
        let role =
            permission.command == "handOver"
            ? Role.administrator
            : try #require(permission.roles.sorted().first { $0 != .staff } ?? permission.roles.first)
        let path = try permission.path(world).replacing(world.here.path, with: "")
        let kind = try #require(Kind(path: String(path.split(separator: "/")[0])))
        let answer = try await world.call(role, .post, path, json: try await world.json(permission.command, kind: kind))
        #expect(answer.status == 201, "\(answer.body)")
        #expect(try answer.object()["secret"] as? String == (permission.command == "reveal" ? World.secret : nil))
    }

    @Test("it has no way for whoever may not", arguments: Permission.all)
    func others(_ permission: Permission) async throws {
        let world = try await permission.world()
        let before = try await world.size(world.here)
        let path = try permission.path(world).replacing(world.here.path, with: "")
        let kind = try #require(Kind(path: String(path.split(separator: "/")[0])))
        let json = try await world.json(permission.command, kind: kind)
        for role in Role.allCases where !permission.roles.contains(role) {
            let answer = try await world.call(role, .post, path, json: json)
            #expect([403, 404].contains(answer.status), "\(role): \(answer.status) \(answer.body)")
            #expect(!answer.contains(World.secret))
        }
        #expect(try await world.size(world.here) == before)
    }

    @Test("a token is needed, and it is one of this school")
    func token() async throws {
        let world = try await World()
        let foreign = try #require(world.elsewhere.tokens[.headteacher])
        let session = try #require(world.here.sessions[.headteacher])
        for header in [nil, "Bearer ", "Bearer \(foreign)", "Bearer \(session)", "Basic eDp5"] {
            let answer = try await world.client.send(
                .get, "/oakdene/api/people", headers: header.map { ["Authorization": $0] } ?? [:])
            #expect(answer.status == 401)
            #expect(try answer.faults().isEmpty)
        }
    }

    @Test("a call on a revision that has passed is refused, and says so")
    func stale() async throws {
        let world = try await World()
        try await world.makeReady()
        try await world.make(.open)
        let path = "/accounts/\(Stage.open.key)"
        let revision = try #require(try (try await world.call(.administrator, .get, path)).object()["revision"] as? Int)
        let before = try await world.size(world.here)
        let stale = try await world.call(
            .administrator, .post, "\(path)/reveal", json: #"{"reason":"a"}"#,
            headers: ["If-Match": "\"\(revision - 1)\""])
        #expect(stale.status == 409)
        #expect(try await world.size(world.here) == before)
        let current = try await world.call(
            .administrator, .post, "\(path)/reveal", json: #"{"reason":"a"}"#, headers: ["If-Match": "\"\(revision)\""])
        #expect(current.status == 201)
    }

    @Test("a call with the same name is carried out once", arguments: [true, false])
    func repeats(_ namesRevision: Bool) async throws {
        let world = try await World()
        try await world.makeReady()
        try await world.make(.open)
        let path = "/accounts/\(Stage.open.key)"
        let revision = try #require(try (try await world.call(.administrator, .get, path)).object()["revision"] as? Int)
        var headers = ["Idempotency-Key": "once-1"]
        if namesRevision { headers["If-Match"] = "\(revision)" }
        let json = #"{"to":"\#(try world.here.id(.staff))"}"#
        let first = try await world.call(.administrator, .post, "\(path)/handOver", json: json, headers: headers)
        let size = try await world.size(world.here)
        let second = try await world.call(.administrator, .post, "\(path)/handOver", json: json, headers: headers)
        #expect(first.status == 201 && second.status == 200)
        #expect(try second.object()["wasDoneBefore"] as? Bool == true)
        #expect(try await world.size(world.here) == size)
    }

    @Test("a new record that is sent twice is made once, and another person's call of that name is their own")
    func newOnce() async throws {
        let world = try await World()
        let json = try await world.json("apply", kind: .account)
        let headers = ["Idempotency-Key": "1"]
        let first = try await world.call(.teacher, .post, "/accounts/new/apply", json: json, headers: headers)
        let again = try await world.call(.teacher, .post, "/accounts/new/apply", json: json, headers: headers)
        let other = try await world.call(.staff, .post, "/accounts/new/apply", json: json, headers: headers)
        #expect(first.status == 201 && again.status == 200 && other.status == 201)
        #expect(try first.object()["record"] as? String == again.object()["record"] as? String)
        #expect(try first.object()["record"] as? String != other.object()["record"] as? String)
    }

    @Test("a value of a wrong type is named with its field, every one at once")
    func wrongTypes() async throws {
        let world = try await World()
        let json =
            #"{"platform":1,"name":true,"email":["a"],"aim":{"a":"b"},"operators":"p-1","#
            + #""lead":false,"unknown":"x","audience":1.5}"#
        let answer = try await world.call(.teacher, .post, "/accounts/new/apply", json: json)
        #expect(answer.status == 422)
        let faults = Set(try answer.faults())
        #expect(
            faults.isSuperset(of: ["platform", "name", "email", "aim", "operators", "lead", "unknown", "audience"]))
    }

    @Test(
        "a body that is no object of answers is refused",
        arguments: ["[]", "null", "{", "\"a\"", "\u{0}", #"{"reason":"a"} x"#, #"{"a":{"b":{"c":1}}}"#])
    func malformed(_ json: String) async throws {
        let world = try await World()
        #expect(try await world.call(.teacher, .post, "/accounts/new/apply", json: json).status == 422)
    }

    @Test("the identifier of a new person is the office's to give", arguments: ["office", "teacher", "new-1"])
    func identifiers(_ key: String) async throws {
        let world = try await World()
        let before = try await world.size(world.here)
        let answer = try await world.call(
            .administrator, .post, "/people/\(key)/join", json: try await world.json("join", kind: .person))
        #expect(answer.status == 404)
        var browser = try world.browser(.administrator)
        #expect(
            try await browser.fillIn(
                "/oakdene/people/new/join", nil, try world.good("join").merging(["record": [key]]) { $1 }
            ).status == 404)
        #expect(try await world.size(world.here) == before)
    }

    @Test("the sealed password is in no JSON")
    func sealed() async throws {
        let world = try await World()
        try await world.makeEverything()
        let state = try #require(try await world.office.ledger.load(world.here.log, Stage.open.record)).state
        let account = try Drawer<Account>.read(state)
        let sealed = try #require(account.openAccount).custody.sealedSecret
        #expect(!sealed.isEmpty)
        for call in try await Calls(world).all() where call.method == .get && call.area == .api {
            for path in Stage.allCases.map({ call.path.replacing(Stage.open.key, with: $0.key) }) {
                let answer = try await world.call(.administrator, .get, path.replacing("/api", with: ""))
                #expect(!answer.contains(sealed) && !answer.contains(World.secret), "\(path)")
            }
        }
    }

    @Test("lists, records, duties and answers are read over it")
    func reading() async throws {
        let world = try await World()
        try await world.makeEverything()
        #expect(try (try await world.call(.headteacher, .get, "/accounts?status=open")).object()["total"] as? Int == 1)
        let record = try (try await world.call(.headteacher, .get, "/accounts/\(Stage.applied.key)")).object()
        #expect(record["commands"] as? [String] == ["approve", "sendBack", "reject"])
        #expect(try await world.call(.headteacher, .get, "/today").contains("Decide on the application"))
        let asked = try await world.call(.teacher, .get, "/ask?action=none")
        #expect(asked.status == 422)
        #expect(try await world.call(.teacher, .get, "/secrets").status == 404)
        #expect(try await world.call(.teacher, .get, "/accounts/NONE").status == 404)
    }

    @Test("a body that is too large is refused in JSON")
    func tooLarge() async throws {
        let world = try await World()
        let json = #"{"aim":"\#(String(repeating: "a", count: 2 * 1024 * 1024))"}"#
        let answer = try await world.call(.teacher, .post, "/accounts/new/apply", json: json)
        #expect(answer.status == 413)
        #expect(try answer.faults().isEmpty)
    }
}

@Suite("The description of the programming interface")
struct OpenAPITests {
    private func document(_ world: World) async throws -> [String: Any] {
        let answer = try await world.client.send(.get, "/openapi.json")
        #expect(answer.status == 200 && answer.header("Content-Type").hasPrefix("application/json"))
        return try answer.object()
    }

    @Test("it is OpenAPI 3.1, with every path parameter declared")
    func shape() async throws {
        let document = try await document(try await World())
        #expect(document["openapi"] as? String == "3.1.0")
        let info = try #require(document["info"] as? [String: Any])
        #expect(info["title"] is String && info["version"] is String)
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        for (path, item) in paths {
            for (_, operation) in item {
                let operation = try #require(operation as? [String: Any])
                let parameters = try #require(operation["parameters"] as? [[String: Any]])
                let declared = Set(
                    parameters.filter { $0["in"] as? String == "path" }.compactMap { $0["name"] as? String })
                let used = Set(
                    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) })
                #expect(declared == used, "\(path)")
                #expect((operation["responses"] as? [String: Any])?.isEmpty == false)
            }
        }
    }

    @Test("every form of every kind is there, with its fields and what it requires")
    func forms() async throws {
        let world = try await World()
        let paths = try #require(try await document(world)["paths"] as? [String: [String: Any]])
        let desk = try await world.office.bareDesk(world.here.log)
        var count = 0
        for drawer in Cabinet.drawers {
            for form in drawer.forms(at: desk) {
                let item = try #require(
                    paths["/{school}/api/\(drawer.kind.path)/{key}/\(form.name)"]?["post"] as? [String: Any])
                let body = try #require(item["requestBody"] as? [String: Any])
                let content = try #require((body["content"] as? [String: [String: Any]])?["application/json"])
                let schema = try #require(content["schema"] as? [String: Any])
                #expect(schema["type"] as? String == "object")
                #expect(schema["required"] as? [String] == form.fields.filter(\.isRequired).map(\.name))
                let properties = try #require(schema["properties"] as? [String: [String: Any]])
                #expect(Set(properties.keys) == Set(form.fields.map(\.name)))
                #expect(properties.values.allSatisfy { $0["type"] is String && $0["title"] is String })
                count += 1
            }
        }
        #expect(count == Cabinet.drawers.reduce(0) { $0 + $1.forms(at: desk).count })
    }

    @Test("every path of it has a route")
    func routes() async throws {
        let paths = try #require(try await document(try await World())["paths"] as? [String: [String: Any]])
        let routes = Routes.all.filter { $0.area == .api }
        for (path, item) in paths {
            let parts = path.replacing("/{school}", with: "").split(separator: "/")
            for method in item.keys {
                let isServed = routes.contains { route in
                    let own = route.path.split(separator: "/")
                    return route.method.rawValue.lowercased() == method && own.count == parts.count
                        && zip(own, parts).allSatisfy { $0 == $1 || $0.hasPrefix(":") }
                }
                #expect(isServed, "\(method) \(path)")
            }
        }
    }
}
