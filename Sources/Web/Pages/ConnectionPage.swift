import HTML
import Office
import Policy
import Records

/// What an account's page says of how posts get there.
enum ConnectionPart {
    static func list(_ open: OpenAccount, _ names: Names) -> SummaryList {
        guard let link = open.link else {
            return SummaryList([SummaryRow("How", "By hand: somebody puts each post up")], title: "Publishing")
        }
        var rows = [SummaryRow("How", link.connection.way.label)]
        if let server = link.connection.server { rows.append(SummaryRow("Server", server)) }
        switch link.connection {
        case .wordPress(_, let user), .atProtocol(_, let user): rows.append(SummaryRow("Signed in as", user))
        case .byHand, .mastodon, .feed: break
        }
        rows.append(SummaryRow("Connected", "\(link.at.longText), by \(names.name(link.by))"))
        return SummaryList(rows, title: "Publishing")
    }

    /// For those who may connect it, where there is somebody to sign in with.
    @MarkupBuilder static func button(_ detail: RecordDetail<Account>, _ open: OpenAccount, _ visit: Visit) -> Markup {
        if open.connection.needsSecret, detail.available.contains(where: { $0.name == "connect" }) {
            PostButton(
                "Test the connection", action: visit.url("\(detail.record.pagePath)/connection/test"),
                hidden: visit.hidden, tone: .quiet)
        }
    }
}

/// The answer to "Test the connection": whose account it is, or what is wrong and how to mend it.
enum ConnectionPage {
    @Sendable static func test(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        guard let record = RecordID("account/\(visit.parameter("key"))") else { throw Refusal.notFound }
        do {
            let holder = try await visit.office.testConnection(of: record, as: caller)
            return .page(page(visit, record, "The connection works", hasProblems: false) { found(holder) })
        } catch OfficeError.refused(.wrongState(let reason)) {
            return .wrong(
                page(visit, record, "The connection does not work", hasProblems: true) {
                    NotificationBanner(.warning, reason)
                    p {
                        "Nothing was published. If the token or the application password has changed, connect the account again."
                    }
                    ButtonLink("Connect it again", visit.url(record.commandPath("connect")))
                })
        }
    }

    @MarkupBuilder private static func found(_ holder: AccountHolder) -> Markup {
        SummaryList(
            [
                SummaryRow("Signed in as", holder.name), SummaryRow("Address", holder.address),
                SummaryRow("Most characters", holder.mostCharacters.map { "\($0)" } ?? "The platform names no limit"),
            ], title: "Whose account it is")
        p { "Is this the school’s account? If not, connect it again with the right one. Nothing was published." }
    }

    private static func page(
        _ visit: Visit, _ record: RecordID, _ title: String, hasProblems: Bool, @MarkupBuilder rest: () -> Markup
    ) -> PageShell {
        let rest = rest()
        return visit.page(title, crumbs: [Link("Accounts", visit.url("/accounts"))], hasProblems: hasProblems) {
            PageHeading(title)
            rest
            p { ButtonLink("Back to the account", visit.url(record.pagePath), quiet: true) }
        }
    }
}
