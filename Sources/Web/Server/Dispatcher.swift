import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Logging
import Office
import Policy
import Records

/// Takes a request through the same gates, whichever route it is for: school, caller, admission, form token, handler.
struct Dispatcher: Sendable {
    let site: Site
    let cookies: Cookies

    init(site: Site) {
        self.site = site
        cookies = Cookies(isSecure: site.hasSecureCookies)
    }

    func respond(to request: Request, context: SiteContext, route: Route) async throws -> Response {
        do {
            return try await admit(request, context, route)
        } catch {
            return try site.answer(to: error, on: route.path, isCall: route.area == .api)
        }
    }

    private func admit(_ request: Request, _ context: SiteContext, _ route: Route) async throws -> Response {
        guard let log = LogID(context.parameters.get("school") ?? "") else { throw OfficeError.noSuchSchool("") }
        let school = try await site.office.setting(log)
        let browser = cookies.value(cookies.browserName, in: request)
        let session = route.area == .api ? "" : cookies.value(cookies.sessionName(log), in: request)
        let caller = try await caller(log, session: session, request: request, route: route)
        // Also where a session has ended whose cookie is still sent: the sign-in form needs a secret to be bound to.
        let newBrowser = browser.isEmpty && caller == nil && route.area != .api ? site.office.newID() : nil
        let secret = caller != nil && !session.isEmpty ? session : newBrowser ?? browser
        let isUpload = route.uploads != nil && request.method == .post
        let sender = isUpload && Access.admits(caller, to: route.area, under: school.pack) ? caller?.person : nil
        if let sender, !site.uploads.take(sender, log) {
            context.endSoon()
            throw TooManyUploads()
        }
        defer { if let sender { site.uploads.release(sender, log) } }
        let body = try await body(request, context, route, mayUpload: sender != nil, secret)
        let host = request.headers[.hostOverride] != nil
        let base = host ? "" : "/\(log)"
        let visit = Visit(
            site: site, school: school, caller: caller, session: session, base: base,
            path: String(request.uri.path.dropFirst("/\(log)".count)), parameters: parameters(of: context),
            query: Input(urlEncoded: request.uri.query ?? ""), form: body.form, files: body.files,
            uploads: body.uploads, incoming: body.incoming, hasTooManyFiles: body.hasTooManyFiles,
            origin: "\(site.hasSecureCookies ? "https" : "http")://\(request.head.authority ?? "")",
            token: site.formToken(for: secret),
            source: source(of: request, context), device: String((request.headers[.userAgent] ?? "").prefix(200)),
            json: body.bytes,
            ifMatch: (request.headers[.ifMatch]?.trimmed).flatMap { Int64($0.filter { $0 != "\"" }) },
            idempotencyKey: name(ofCall: request, by: caller))

        var response: Response
        if request.method == .post, route.area != .api, !isOwnForm(request, body.form["csrf"], secret) {
            response = Response.html(visit.errorPage(.staleForm), status: .forbidden)
        } else {
            response = try await answer(visit, route)
        }
        if let newBrowser { cookies.set(cookies.browserName, newBrowser, lasting: 24 * 3600, on: &response) }
        return response
    }

    /// Large files are taken from those alone who may send them, and after the form has shown that it is ours.
    private func body(
        _ request: Request, _ context: SiteContext, _ route: Route, mayUpload: Bool, _ secret: String
    ) async throws -> Body {
        guard request.method == .post else { return Body() }
        let most = context.maxUploadSize
        do {
            let body = try await site.stopwatch.keepingTo(route.uploads == nil ? .form : .files) { heard in
                try await Body.read(
                    request, most: most, uploads: route.uploads,
                    mayTake: { mayUpload && isOwnForm(request, $0["csrf"], secret) }, heard: heard)
            }
            if !body.isWhole { context.endSoon() }
            return body
        } catch {
            // Nobody waits for the rest of what was not read.
            context.endSoon()
            throw error
        }
    }

    private func answer(_ visit: Visit, _ route: Route) async throws -> Response {
        do {
            switch route.handler {
            case .open(let handle): return try response(try await handle(visit), visit)
            case .member(let handle):
                guard let caller = visit.caller else { return try turnAway(visit, route) }
                guard visit.admits(route.area) else {
                    throw Refusal.notAuthorised(
                        reason: "This page is not for your role.",
                        whoMay: Access.admission(to: route.area, under: visit.school.pack).named)
                }
                return try response(try await handle(visit, caller), visit)
            }
        } catch OfficeError.refused(let refusal) {
            return try refused(refusal, visit, route)
        } catch let refusal as Refusal {
            return try refused(refusal, visit, route)
        }
    }

    private func refused(_ refusal: Refusal, _ visit: Visit, _ route: Route) throws -> Response {
        if route.area == .api {
            return try site.reply(.encoded(APIProblem(refusal), status: APIProblem.status(of: refusal)))
        }
        let kind = ErrorPage.Kind(refusal)
        return Response.html(visit.errorPage(kind), status: kind.status)
    }

    /// Somebody who is not signed in: to the sign-in page, and back to where they were going.
    private func turnAway(_ visit: Visit, _ route: Route) throws -> Response {
        if route.area == .api {
            return try site.reply(
                .encoded(
                    APIProblem(error: "A token is needed: send it as `Authorization: Bearer …`.", fields: []),
                    status: .unauthorized))
        }
        guard route.method == .get else { return Response.html(visit.errorPage(.signInFirst), status: .unauthorized) }
        let query = visit.query.urlEncoded
        return .redirect(
            here: visit.url("/sign-in?from=\(Input.encode(visit.path + (query.isEmpty ? "" : "?\(query)")))"))
    }

    private func response(_ reply: Reply, _ visit: Visit) throws -> Response {
        switch reply {
        case .signedIn(let secret, let path):
            var response = Response.redirect(here: path)
            cookies.set(cookies.sessionName(visit.id), secret, lasting: Office.sessionLength, on: &response)
            return response
        case .signedOut(let path):
            var response = Response.redirect(here: path)
            cookies.remove(cookies.sessionName(visit.id), on: &response)
            return response
        case .page, .redirect, .bytes, .json: return try site.reply(reply)
        }
    }

    private func caller(_ school: LogID, session: String, request: Request, route: Route) async throws -> Caller? {
        if route.area == .api {
            let header = request.headers[.authorization] ?? ""
            guard header.lowercased().hasPrefix("bearer ") else { return nil }
            return try await site.office.caller(school, .token, secret: String(header.dropFirst(7)).trimmed)
        }
        return session.isEmpty ? nil : try await site.office.caller(school, .session, secret: session)
    }

    /// A form that this site showed to this browser. Browsers also say themselves where a request began.
    private func isOwnForm(_ request: Request, _ token: String, _ secret: String) -> Bool {
        if let began = request.headers[.secFetchSite], began != "same-origin", began != "none" { return false }
        return site.isFormToken(token, for: secret)
    }

    /// What a call is known by: its giver's own name for it, which another person's call of that name is not.
    private func name(ofCall request: Request, by caller: Caller?) -> String {
        guard let key = request.headers[.idempotencyKey]?.trimmed, !key.isEmpty else { return site.office.newID() }
        return "\(caller?.person.rawValue ?? "") \(key.prefix(64))"
    }

    private func source(of request: Request, _ context: SiteContext) -> String {
        site.proxies.source(
            peer: context.peer, forwarded: request.headers[values: .xForwardedFor].joined(separator: ","))
    }

    private func parameters(of context: SiteContext) -> [String: String] {
        var values: [String: String] = [:]
        for (name, value) in context.parameters { values[String(name)] = String(value) }
        return values
    }
}

extension Site {
    func reply(_ reply: Reply) throws -> Response {
        switch reply {
        case .page(let page, let status): return .html(page, status: status)
        case .redirect(let path): return .redirect(here: path)
        case .json(let bytes, let status):
            return Response(status: status, type: "application/json; charset=utf-8", bytes: bytes)
        case .bytes(let bytes, let type, let fileName):
            var response = Response(status: .ok, type: type, bytes: bytes)
            if let fileName { response.headers[.contentDisposition] = "attachment; filename=\"\(fileName)\"" }
            return response
        case .signedIn(_, let path), .signedOut(let path): return .redirect(here: path)
        }
    }
}

extension Admission {
    /// The roles that are let in, for telling somebody who is not.
    var named: [Role] {
        if case .roles(let roles) = self { roles } else { [] }
    }
}

extension HTTPField.Name {
    // The names are constants of ours and valid tokens, so each is there.
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For")!
    /// Set by ``HostResponder`` alone, which removes it from what comes in: the host name said which school.
    static let hostOverride = HTTPField.Name("X-Hornbook-Host")!
}
