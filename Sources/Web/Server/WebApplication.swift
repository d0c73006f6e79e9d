import HTTPTypes
package import Hummingbird
import Ledger
import Office
import Policy
import Records

/// Puts the site together: what stands outside any school, then every route of every school.
package enum WebApplication {
    package static func responder(_ site: Site) -> some HTTPResponder<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders(isOverHTTPS: site.hasSecureCookies))
        router.add(middleware: Failures(site: site))
        for asset in Assets.all {
            router.get("/assets/\(RouterPath(stringLiteral: asset.name))") { _, _ in asset.response }
        }
        router.get("/health") { _, _ in
            _ = try await site.office.ledger.logs()
            return "well"
        }
        router.get("/openapi.json") { _, _ in
            guard let school = try await site.office.schools().first else { throw HTTPError(.notFound) }
            return try site.reply(.encoded(OpenAPI.document(try await site.office.bareDesk(school.id))))
        }
        router.get("/") { _, _ in try await FrontPage.show(site) }
        SetUpPage.add(to: router, site)
        let dispatcher = Dispatcher(site: site)
        for route in Routes.all {
            router.on(RouterPath(stringLiteral: "/:school\(route.path)"), method: route.method) { request, context in
                try await dispatcher.respond(to: request, context: context, route: route)
            }
        }
        return HostResponder(inner: router.buildResponder(), site: site)
    }
}
