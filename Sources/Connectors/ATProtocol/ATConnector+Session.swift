import Foundation
import Office

extension ATConnector {
    /// The session that is open, or a new one.
    func session() async throws(DeliveryFailure) -> ATSession {
        if let open = sessions[shelfKey] { return open }
        return try await openSession()
    }

    /// Proves the password, whether or not a session is open.
    func openSession() async throws(DeliveryFailure) -> ATSession {
        let answer = try await call.send(
            request(
                .post, "com.atproto.server.createSession", type: "application/json",
                body: try PlatformCall.encode(ATSignIn(identifier: identifier, password: password))))
        guard answer.isGood else {
            sessions[shelfKey] = nil
            throw failure(of: answer)
        }
        return keep(try call.read(ATSession.self, from: answer))
    }

    /// A call with the session; one that has run out is renewed, once.
    func signed(
        _ method: WebRequest.Method, _ name: String, query: [(String, String)] = [], type: String? = nil,
        body: [UInt8] = []
    ) async throws(DeliveryFailure) -> WebAnswer {
        let session = try await session()
        let answer = try await call.send(
            request(method, name, query: query, token: session.accessJwt, type: type, body: body))
        guard ["ExpiredToken", "InvalidToken"].contains(error(in: answer)) else { return answer }
        let renewed = try await renew(session)
        return try await call.send(
            request(method, name, query: query, token: renewed.accessJwt, type: type, body: body))
    }

    private func renew(_ session: ATSession) async throws(DeliveryFailure) -> ATSession {
        let answer = try await call.send(
            request(.post, "com.atproto.server.refreshSession", token: session.refreshJwt))
        guard answer.isGood else {
            // A refresh token runs out too, or is used up by another try: then the password opens a new session.
            sessions[shelfKey] = nil
            return try await openSession()
        }
        return keep(try call.read(ATSession.self, from: answer))
    }

    /// The platform's words, with a password that no longer works told as such: it answers so with 400 or 401.
    func failure(of answer: WebAnswer) -> DeliveryFailure {
        let failure = call.failure(of: answer)
        if case .permanent(let reason) = failure,
            ["AuthenticationRequired", "AccountTakedown", "InvalidToken", "ExpiredToken", "AuthMissing"].contains(
                error(in: answer))
        {
            return .signInRefused(reason: reason)
        }
        return failure
    }

    func error(in answer: WebAnswer) -> String {
        guard !answer.isGood else { return "" }
        return (try? JSONDecoder().decode(ATError.self, from: Data(answer.body)))?.error ?? ""
    }

    private func keep(_ session: ATSession) -> ATSession {
        sessions[shelfKey] = session
        return session
    }

    private var shelfKey: String { ATSessionShelf.key(service.text, identifier, password) }

    private func request(
        _ method: WebRequest.Method, _ name: String, query: [(String, String)] = [], token: String? = nil,
        type: String? = nil, body: [UInt8] = []
    ) -> WebRequest {
        WebRequest(
            method: method, address: service.address("/xrpc/\(name)", query),
            headers: (token.map { [("Authorization", "Bearer \($0)")] } ?? []) + [("Accept", "application/json")]
                + (type.map { [("Content-Type", $0)] } ?? []), body: body, timeout: body.count > 100_000 ? 180 : 60)
    }
}
