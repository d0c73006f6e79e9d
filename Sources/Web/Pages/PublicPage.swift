import HTML
import Office
import Policy

/// What anybody may know of a school: its official accounts, and how its policy stands.
enum PublicPage {
    @Sendable static func show(_ visit: Visit) async throws -> Reply {
        let accounts = try await visit.office.officialAccounts(visit.id)
        let status = visit.school.pack.policy.reviewStatus(on: visit.now.londonDay)
        return .page(
            visit.page("Is this really ours?") {
                PageHeading(
                    "Is this really ours?", over: visit.school.name,
                    lead:
                        "These are the social media accounts that the school runs. Any other account that bears its name is not the school’s, whatever it says."
                )
                DataTable(
                    caption: "Official accounts",
                    columns: [.init("Account"), .init("Platform"), .init("Since")],
                    rows: accounts.map { account in
                        DataTable.Row([
                            Markup { Link(account.name, account.address) }, Markup(account.platform),
                            Markup(account.opened?.longText ?? ""),
                        ])
                    },
                    whenEmpty:
                        "The school runs no social media accounts. An account that bears its name is not the school’s.")
                h2 { "The school’s social media policy" }
                SummaryList(PolicyPage.facts(visit.school.pack, status: status))
                p(.class("no-print")) {
                    if visit.caller == nil {
                        ButtonLink("Sign in", visit.url("/sign-in"), quiet: true)
                    } else {
                        ButtonLink("Go to Today", visit.url("/today"))
                    }
                }
            })
    }
}
