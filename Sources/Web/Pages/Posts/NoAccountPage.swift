import HTML
import Office
import Policy
import Records

/// For those who run no account: why they cannot write a post, and who can.
enum NoAccountPage {
    static func page(_ desk: ComposeDesk) async throws -> PageShell {
        let visit = desk.visit
        let names = Names(try await visit.office.directory(visit.id))
        let mayApply = try await visit.office.commands(.account, as: desk.caller).contains("apply")
        return visit.page("Write a post", crumbs: desk.crumbs) {
            PageHeading(
                "You cannot write a post",
                lead: desk.open.isEmpty
                    ? "None of the school’s accounts is open, so there is nowhere to publish a post."
                    : "By the school’s policy the people who run an account write what stands on it.")
            if !desk.open.isEmpty {
                p { "Send one of these people the words and the pictures:" }
                DataTable(
                    caption: "Whom to ask", columns: [.init("Account"), .init("Who runs it")],
                    rows: desk.open.map { account in
                        DataTable.Row([
                            Markup { Link(account.title, visit.url("/accounts/\(account.key)")) },
                            Markup(account.operators.map(names.name).joined(separator: ", ")),
                        ])
                    }, whenEmpty: "")
            }
            if mayApply {
                p {
                    "Or "
                    Link("apply for an account", visit.url("/accounts/new/apply"))
                    " of your own class or club."
                }
            }
        }
    }
}
