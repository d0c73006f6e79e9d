import HTML
import Office
import Policy
import Records

/// One account: how it stands, what can be done, and everything that has happened to it.
enum AccountPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        guard let record = RecordID("account/\(visit.parameter("key"))") else { throw Refusal.notFound }
        let detail = try await visit.office.detail(Account.self, record, as: caller)
        let names = Names(try await visit.office.directory(visit.id))
        let history = try await visit.office.history(record, as: caller)
        let account = detail.state
        return .page(
            visit.page(account.title, crumbs: [Link("Accounts", visit.url("/accounts"))]) {
                PageHeading(
                    account.identity.name, over: account.identity.platformName, tag: tag(account.status.rawValue),
                    actions: actions(detail, account, visit))
                for duty in pressing(detail.duties, account) {
                    TodayPage.card(duty.shown(to: detail.available), visit, visit.now)
                }
                if let open = account.openAccount {
                    running(open, names)
                    ConnectionPart.button(detail, open, visit)
                } else {
                    SummaryList(brief(account, names))
                }
                if let application = account.application, account.openAccount == nil {
                    readiness(application, detail.desk)
                }
                h2 { "What has happened" }
                Timeline(history.reversed().map { $0.entry(names, visit) })
                ProofLink(visit: visit, record: record)
            }.telling(history, visit))
    }

    /// An account that is open needs nothing done most days: then none of its buttons is the main one.
    private static func actions(_ detail: RecordDetail<Account>, _ account: Account, _ visit: Visit) -> [ButtonLink] {
        let due = Set(pressing(detail.duties, account).map(\.action))
        let forms =
            detail.available.filter { due.contains($0.name) } + detail.available.filter { !due.contains($0.name) }
        return forms.enumerated().map { index, form in
            let isMain = index == 0 && (due.contains(form.name) || onward.contains(form.name))
            return ButtonLink(form.title, visit.url(detail.record.commandPath(form.name)), quiet: !isMain)
        }
    }

    /// What takes an account on to its next stage.
    private static let onward: Set = ["approve", "revise", "open", "actOnUnofficial"]

    /// A review that is due in a year is told among the facts.
    private static func pressing(_ duties: [DutyItem], _ account: Account) -> [DutyItem] {
        account.openAccount == nil ? duties : duties.filter { $0.urgency != .later || $0.action != "review" }
    }

    static func tag(_ status: String) -> Tag {
        guard let status = Account.Status(rawValue: status) else { return Tag(status) }
        let tone: Tag.Tone =
            switch status {
            case .open: .good
            case .applied, .approved, .returned: .waiting
            case .rejected, .unofficial: .bad
            case .closed, .withdrawn, .unofficialSettled: .quiet
            }
        return Tag(status.label.prefix(1).uppercased() + status.label.dropFirst(), tone)
    }

    /// What there is to know of an account at its stage, in one list; also stands above the forms that decide on it.
    static func brief(_ account: Account, _ names: Names) -> [SummaryRow] {
        [SummaryRow("Platform", account.identity.platformName), SummaryRow("Account name", account.identity.name)]
            + rows(account, names)
    }

    private static func rows(_ account: Account, _ names: Names) -> [SummaryRow] {
        switch account.phase {
        case .applied(let application): business(application, names)
        case .returned(let application, let reason, let by, _):
            [SummaryRow("Sent back by", names.name(by)), SummaryRow("To be put right", reason)]
                + business(application, names)
        case .rejected(let application, let reason, let by, _):
            [SummaryRow("Rejected by", names.name(by)), SummaryRow("Reason", reason)] + business(application, names)
        case .withdrawn(let application, let reason, _): [SummaryRow("Reason", reason)] + business(application, names)
        case .approved(let application, let approval):
            [SummaryRow("Approved by", "\(names.name(approval.by)), \(approval.at.longText)")]
                + business(application, names)
        case .open(let open):
            access(open, names) + [SummaryRow("Next access review", open.reviewDue.londonDay.longText)]
        case .closed(let closed):
            [
                SummaryRow("Web address", closed.address), SummaryRow("Opened", closed.openedOn.longText),
                SummaryRow("Closed", closed.closedOn.longText), SummaryRow("Reason", closed.reason),
            ]
        case .unofficial(let unofficial): found(unofficial, names)
        }
    }

    private static func business(_ application: Application, _ names: Names) -> [SummaryRow] {
        let purpose = application.purpose
        return [
            SummaryRow("Asked for by", "\(names.name(application.applicant)), \(application.appliedAt.longText)"),
            SummaryRow("School e-mail address", purpose.email.isEmpty ? "None" : purpose.email),
            SummaryRow("What it is for", purpose.aim),
            SummaryRow("Meant to reach", purpose.audience), SummaryRow("How people will hear of it", purpose.promotion),
            SummaryRow("Who can see it", purpose.openness == .open ? "Anybody" : "Only people let in"),
            SummaryRow("Lead", names.name(application.lead)), SummaryRow("Run by", names.list(application.operators)),
            SummaryRow("Version", "\(application.version)"),
        ]
    }

    @MarkupBuilder private static func running(_ open: OpenAccount, _ names: Names) -> Markup {
        SummaryList(
            [
                SummaryRow("Web address") { Link(open.opening.address, open.opening.address) },
                SummaryRow("What it is for", open.application.purpose.aim),
                SummaryRow("Approved", "\(open.approval.at.longText), by \(names.name(open.approval.by))"),
                SummaryRow("Opened", "\(open.opening.on.longText), recorded by \(names.name(open.openedBy))"),
            ], title: "The account")
        SummaryList(
            access(open, names) + [
                SummaryRow(
                    "Password", "Sealed by \(names.name(open.custody.storedBy)), \(open.custody.storedAt.longText)"),
                SummaryRow("Who has seen it", names.list(open.custody.seenBy)),
                SummaryRow("Next access review", open.reviewDue.londonDay.longText),
            ], title: "Who runs it")
        ConnectionPart.list(open, names)
        SummaryList(
            [
                SummaryRow(
                    "School e-mail address",
                    open.application.purpose.email.isEmpty ? "None" : open.application.purpose.email),
                SummaryRow("Official platform", open.opening.test.isPassed ? "Passed all three tests" : "Not passed"),
                SummaryRow("In the privacy notice", open.opening.isInPrivacyNotice ? "Yes" : "No"),
                SummaryRow("Privacy setting", open.opening.privacySetting),
                SummaryRow(
                    "Used with pupils",
                    open.opening.pupilUse.map {
                        "Yes, from \($0.youngestAge). Parents \($0.parentsWereTold ? "were told" : "were not told")"
                    } ?? "No"),
            ], title: "Safeguards")
    }

    private static func access(_ open: OpenAccount, _ names: Names) -> [SummaryRow] {
        [
            SummaryRow("Lead", open.lead.map(names.name) ?? "Nobody"), SummaryRow("May post", names.list(open.posters)),
            SummaryRow("Administers it", names.list(open.administrators)),
        ]
    }

    private static func found(_ account: UnofficialAccount, _ names: Names) -> [SummaryRow] {
        [
            SummaryRow("Found by", "\(names.name(account.foundBy)), \(account.foundAt.longText)"),
            SummaryRow("Web address", account.address.isEmpty ? "Not given" : account.address),
            SummaryRow("What was seen", account.description),
        ]
            + account.actions.map { SummaryRow("Done by \(names.name($0.by)), \($0.at.londonDay.longText)", $0.done) }
    }

    /// What each person who is to run it has done of what the policy asks first.
    private static func readiness(_ application: Application, _ desk: Desk) -> Markup {
        Markup {
            h2 { "Are they ready?" }
            DataTable(
                caption: "Readiness of those who are to run the account",
                columns: [.init("Person"), .init("Still to do")],
                rows: application.operators.map { person in
                    let missing =
                        desk.people[person]?.readiness.missing(under: desk.pack, on: desk.today)
                        ?? OperatorNeed.allCases
                    return DataTable.Row([
                        Markup(desk.name(person)),
                        Markup {
                            if missing.isEmpty {
                                Tag("Ready", .good)
                            } else {
                                Tag("Not ready", .waiting)
                                p(.class("cell-note")) {
                                    "Has not yet \(missing.map(\.undone).joined(separator: " and "))."
                                }
                            }
                        },
                    ])
                }, whenEmpty: "Nobody is named.")
        }
    }
}
