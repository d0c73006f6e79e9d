import HTML
import HTTPTypes
import Hummingbird
import Office
import Policy
import Records

/// The front of an installation: its schools, each with its public page.
enum FrontPage {
    static func show(_ site: Site) async throws -> Response {
        let schools = try await site.office.schools()
        var page = PageShell(title: "Schools") {
            PageHeading(
                "Schools",
                lead: site.isDemo
                    ? "Five schools, on five real policies. Everybody and everything else here is invented. Choose a school, then “Sign in”."
                    : "Choose your school.")
            if schools.isEmpty {
                EmptyState(
                    "No school has been set up yet. Open the one-time link that the program printed when it started.")
            } else {
                CardList(schools.map { CardList.Card($0.name, href: "/\($0.id)", text: "\($0.pack.policy.title)") })
            }
        }
        if site.isDemo { page.demo = DemoBanner.everybodyIsInvented }
        return .html(page, status: .ok)
    }
}

extension DemoBanner {
    static let everybodyIsInvented = DemoBanner("Everybody here is invented.")
}
