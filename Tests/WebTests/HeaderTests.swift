import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("Headers")
struct HeaderTests {
    @Test(
        "every answer carries them, errors and files included",
        arguments: [
            "/", "/oakdene", "/oakdene/today", "/oakdene/people/nobody", "/oakdene/sign-in", "/none/today", "/none",
            "/none/a/b/c/d", "/oakdene/api/people",
            "/openapi.json", "/health", "/assets/hornbook.css", "/assets/hornbook.js", "/assets/favicon.svg",
            "/set-up/none", "/oakdene/accounts/log.csv",
        ])
    func always(_ path: String) async throws {
        let world = try await World(hasSecureCookies: true)
        var browser = try world.browser(.headteacher)
        for method in [HTTPRequest.Method.get, .head, .post] {
            let answer = try await browser.get(path, method)
            #expect(answer.header("Content-Security-Policy").contains("default-src 'none'"), "\(method)")
            #expect(answer.header("Content-Security-Policy").contains("frame-ancestors 'none'"))
            #expect(!answer.header("Content-Security-Policy").contains("unsafe"))
            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            #expect(answer.header("X-Frame-Options") == "DENY")
            #expect(answer.header("Referrer-Policy") == "same-origin")
            #expect(answer.header("Strict-Transport-Security").hasPrefix("max-age="))
            let isAsset = path.hasPrefix("/assets/") && method != .post
            #expect(answer.header("Cache-Control") == (isAsset ? "public, max-age=3600" : "no-store"), "\(method)")
            if method == .head { #expect(answer.body.isEmpty) }
        }
    }

    @Test("the policy on scripts lets the site's own style and script work, and no page needs more")
    func pagesNeedNoMore() async throws {
        let world = try await World()
        var browser = try world.browser(.headteacher)
        for path in ["/oakdene/today", "/oakdene/accounts/new/apply", "/oakdene/ledger", "/oakdene/people/import"] {
            let page = try await browser.get(path)
            #expect(
                !page.tags.contains {
                    $0.name == "style" || $0.attributes["style"] != nil || $0.attributes["onclick"] != nil
                })
        }
    }

    @Test("cookies are for the site's own pages alone, and over https for this very host", arguments: [true, false])
    func cookies(_ isSecure: Bool) async throws {
        let world = try await World.withPassword(hasSecureCookies: isSecure)
        var browser = Browser(world.client)
        let page = try await browser.get("/oakdene/sign-in")
        let signedIn = try await world.signIn(&browser, .teacher)
        let out = try await browser.fillIn("/oakdene/today", "/oakdene/sign-out")
        let cookies = page.cookies + signedIn.cookies + out.cookies
        #expect(cookies.count == 3)
        for cookie in cookies {
            let parts = cookie.split(separator: "; ").map(String.init)
            #expect(parts.contains("HttpOnly") && parts.contains("SameSite=Lax") && parts.contains("Path=/"))
            #expect(parts.contains("Secure") == isSecure)
            #expect(cookie.hasPrefix("__Host-hornbook-") == isSecure)
            #expect(!cookie.lowercased().contains("domain="))
        }
    }

    @Test("strict transport is asked for only where the site is on https")
    func noTransport() async throws {
        let world = try await World()
        #expect(try await world.client.send(.get, "/oakdene").header("Strict-Transport-Security").isEmpty)
    }
}
