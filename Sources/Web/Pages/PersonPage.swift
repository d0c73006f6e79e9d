import HTML
import Ledger
import Office
import Policy
import Records

/// One person: roles, what the policy asks of them, the accounts that they run.
enum PersonPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        guard let record = RecordID("person/\(visit.parameter("key"))") else { throw Refusal.notFound }
        let detail = try await visit.office.detail(Person.self, record, as: caller)
        let person = detail.state
        let standing = try await visit.office.standing(of: person.id, as: caller)
        let mayInvite = visit.admits(.invitations) && person.isActive
        return .page(
            visit.page(person.particulars.name, crumbs: [Link("People", visit.url("/people"))]) {
                PageHeading(
                    person.particulars.name, over: person.particulars.roles.map(\.label).joined(separator: ", "),
                    tag: person.isActive ? nil : Tag("Has left", .quiet),
                    actions: actions(visit, record, detail.available, standing))
                SummaryList(facts(person, standing, visit))
                if mayInvite {
                    PostButton(
                        "Make a sign-in link", action: visit.url("/people/\(record.key)/invite"), hidden: visit.hidden,
                        tone: .quiet)
                }
                if !standing.accounts.isEmpty {
                    h2 { "Accounts" }
                    CardList(
                        standing.accounts.compactMap { row in
                            RecordID(row.record).map {
                                CardList.Card(row.title, href: visit.url($0.pagePath), tag: AccountPage.tag(row.status))
                            }
                        })
                }
            })
    }

    private static func actions(_ visit: Visit, _ record: RecordID, _ forms: [Form], _ standing: Standing)
        -> [ButtonLink]
    {
        var links: [ButtonLink] = []
        if standing.mayDeclare {
            links.append(ButtonLink("Confirm the policy", visit.url("/declarations/\(record.key)/declare")))
        }
        if standing.mayBeTrained {
            links.append(ButtonLink("Record training", visit.url("/training/\(record.key)/record"), quiet: true))
        }
        return links + forms.map { ButtonLink($0.title, visit.url(record.commandPath($0.name)), quiet: true) }
    }

    private static func facts(_ person: Person, _ standing: Standing, _ visit: Visit) -> [SummaryRow] {
        var rows = [
            SummaryRow("E-mail address", person.particulars.email), SummaryRow("First day", person.joined.longText),
        ]
        if let left = person.left { rows.append(SummaryRow("Last day", left.longText)) }
        guard let declaration = standing.declaration else { return rows }
        let edition = visit.school.pack.edition
        if let given = declaration.given.last(where: { $0.edition == edition }) {
            rows.append(SummaryRow("Policy", "Read and confirmed, edition \(edition), \(given.at.longText)"))
        } else if let asked = declaration.asked {
            rows.append(SummaryRow("Policy", "Not confirmed yet. \(asked.due.dueText(at: visit.now))"))
        }
        let training = standing.training?.until
        rows.append(SummaryRow("Training", training.map { "Counts until \($0.longText)" } ?? "None on record"))
        return rows
    }

    /// Makes a one-time link and shows it once, for the keeper to hand on.
    @Sendable static func invite(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let person = PersonID(visit.parameter("key"))
        let secret = try await visit.office.invite(person, as: caller)
        let record = RecordID(.person, person.rawValue)
        return .page(
            visit.page("Sign-in link", crumbs: [Link("People", visit.url("/people"))]) {
                PageHeading(
                    "Sign-in link",
                    lead:
                        "Give it to this person and nobody else. It works once, for seven days, and is not shown again. Links made earlier no longer work."
                )
                pre(.class("secret"), .tabindex(0), .role(.region), .aria(.label, "The link")) {
                    visit.url("/welcome/\(secret)")
                }
                p { "It begins with the address of this site." }
                ButtonLink("Back", visit.url(record.pagePath))
            })
    }
}
