import HTML
import Ledger
import Office
import Policy
import Records

/// A person's own sessions and tokens.
enum MePage {
    private static let form = Form(
        "token", title: "Make a token",
        intro: "For a program that works in your name through the programming interface.", button: "Make the token",
        fields: [Field("label", "What it is for", .line(max: 80), missing: "Enter what the token is for")])

    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        .page(try await page(visit, caller))
    }

    @Sendable static func endSessions(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        try await visit.office.endAllSessions(of: caller)
        return .signedOut(to: visit.url("/sign-in?done=\(Notice.sessionsEnded.rawValue)"))
    }

    @Sendable static func makeToken(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let answers: Answers
        do { answers = try form.answers(to: visit.form, people: FormPeople()) } catch {
            guard let problems = error.problems else { throw error }
            return .wrong(try await page(visit, caller, problems))
        }
        let secret = try await visit.office.makeToken(caller, label: answers.text("label"))
        return .page(
            visit.page("Your token", crumbs: [Link("You", visit.url("/me"))]) {
                PageHeading(
                    "Your token",
                    lead:
                        "It is shown this once. Whoever has it can do what you can do: keep it as you keep a password.")
                pre(.class("secret"), .tabindex(0), .role(.region), .aria(.label, "The token")) { secret }
                ButtonLink("Back", visit.url("/me"))
            })
    }

    @Sendable static func endToken(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        try await visit.office.endToken(bytes(visit.parameter("hash")), of: caller)
        return .redirect(visit.url("/me?done=\(Notice.tokenEnded.rawValue)"))
    }

    private static func page(_ visit: Visit, _ caller: Caller, _ problems: [FieldProblem] = []) async throws
        -> PageShell
    {
        let sessions = try await visit.office.sessions(of: caller)
        let tokens = try await visit.office.tokens(of: caller)
        let entries = SummaryList([
            SummaryRow("E-mail address", caller.email),
            SummaryRow("Roles", caller.givenRoles.map(\.label).joined(separator: ", ")),
        ])
        var newToken = FormPage(
            form, action: visit.url("/me/tokens"), input: visit.form, problems: problems, hidden: visit.hidden)
        newToken.isPart = true
        return visit.page("You", hasProblems: !problems.isEmpty) {
            newToken.errorSummary
            PageHeading(
                caller.name, actions: [ButtonLink("Your page", visit.url("/people/\(caller.person)"), quiet: true)])
            entries
            h2 { "Where you are signed in" }
            DataTable(
                caption: "Your sessions", columns: [.init("Browser"), .init("Since"), .init("Last used")],
                rows: sessions.map { ticket in
                    DataTable.Row([
                        Markup(BrowserName.of(ticket.label)), Markup(Instant(seconds: ticket.created).longText),
                        Markup(Instant(seconds: ticket.used).longText),
                    ])
                }, whenEmpty: "Nowhere.")
            PostButton("End every session", action: visit.url("/me/sessions/end"), hidden: visit.hidden, tone: .quiet)
            h2 { "Tokens" }
            DataTable(
                caption: "Your tokens", columns: [.init("What for"), .init("Until"), .init("")],
                rows: tokens.map { ticket in
                    DataTable.Row([
                        Markup(ticket.label), Markup(Instant(seconds: ticket.expires).londonDay.longText),
                        Markup {
                            PostButton(
                                "End this token", action: visit.url("/me/tokens/\(hex(ticket.hash))/end"),
                                hidden: visit.hidden, tone: .quiet)
                        },
                    ])
                }, whenEmpty: "You have made no tokens.")
            newToken
        }
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
