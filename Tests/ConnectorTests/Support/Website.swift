import Foundation
import Office
import Records
import Testing

@testable import Connectors

/// A WordPress site as a person looks at it, signed in or passing by: not through the connector that is tested.
struct Website: Sendable {
    struct Answer: Sendable {
        var status: Int
        var json: JSONValue?

        subscript(_ path: String...) -> JSONValue? { path.reduce(json) { $0?.object?[$1] } }
        var count: Int? { json?.list?.count }
    }

    let address: String
    private let user: String
    private let password: String
    private let client = WebClient(reach: .thisMachine, patience: 20)

    init(_ destination: Destination) throws {
        guard case .wordPress(let site, let user) = destination.connection else {
            throw DeliveryFailure.permanent(reason: "not a website")
        }
        (address, self.user, password) = (site, user, destination.secret)
    }

    func get(_ route: String, _ query: [(String, String)] = []) async throws -> Answer {
        try await ask(.get, route, query + [("context", "edit")], signedIn: true)
    }

    func visit(_ route: String) async throws -> Answer { try await ask(.get, route, [], signedIn: false) }

    /// Does to a post what a person with the website's own editor would.
    func edit(_ route: String, _ json: String) async throws -> Answer {
        try await ask(.post, route, [], body: json, signedIn: true)
    }

    func delete(_ route: String) async throws -> Answer {
        try await ask(.delete, route, [("force", "true")], signedIn: true)
    }

    /// The status that a visitor gets at an address of the website.
    func status(of address: String) async throws -> Int {
        try await client.send(WebRequest(method: .get, address: address)).status
    }

    private func ask(
        _ method: WebRequest.Method, _ route: String, _ query: [(String, String)], body: String = "", signedIn: Bool
    ) async throws -> Answer {
        let server = try #require(ServerAddress(address))
        let credentials = Data("\(user):\(password)".utf8).base64EncodedString()
        let answer = try await client.send(
            WebRequest(
                method: method, address: server.address("/", [("rest_route", "/wp/v2\(route)")] + query),
                headers: (signedIn ? [("Authorization", "Basic \(credentials)")] : [])
                    + (body.isEmpty ? [] : [("Content-Type", "application/json")]), body: Array(body.utf8)))
        return Answer(
            status: answer.status, json: try? JSONDecoder().decode(JSONValue.self, from: Data(answer.body)))
    }
}
