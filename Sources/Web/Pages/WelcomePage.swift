import HTML
import Office
import Policy
import Records

/// Where a one-time link leads: its bearer sets a password.
enum WelcomePage {
    private static let form = Form(
        "set-password", title: "Set your password",
        intro: "Twelve characters or more. Three random words make a good one.", button: "Set the password",
        fields: [
            Field("password", "Password", .secret, missing: "Enter a password"),
            Field("again", "The same password again", .secret, missing: "Enter the password again"),
        ])

    @Sendable static func show(_ visit: Visit) async throws -> Reply {
        guard let bearer = try await visit.office.bearer(ofLink: visit.parameter("secret"), in: visit.id) else {
            return spent(visit)
        }
        return .page(page(visit, bearer))
    }

    @Sendable static func setPassword(_ visit: Visit) async throws -> Reply {
        guard let bearer = try await visit.office.bearer(ofLink: visit.parameter("secret"), in: visit.id) else {
            return spent(visit)
        }
        do {
            _ = try form.answers(to: visit.form, people: FormPeople())
            _ = try await visit.office.setPassword(
                withLink: visit.parameter("secret"), in: visit.id, password: visit.form["password"],
                again: visit.form["again"])
        } catch {
            guard let problems = error.problems else { throw error }
            return .wrong(page(visit, bearer, problems))
        }
        return .redirect(visit.url("/sign-in?done=\(Notice.passwordSet.rawValue)"))
    }

    private static func page(_ visit: Visit, _ bearer: Caller, _ problems: [FieldProblem] = []) -> PageShell {
        visit.page("Set your password", hasProblems: !problems.isEmpty) {
            FormPage(
                form, action: visit.url("/welcome/\(visit.parameter("secret"))"), problems: problems,
                hidden: [HiddenField("csrf", visit.token)],
                context: [SummaryRow("Name", bearer.name), SummaryRow("Sign in with", bearer.email)])
        }
    }

    private static func spent(_ visit: Visit) -> Reply {
        .missing(
            visit.page("This link no longer works") {
                PageHeading(
                    "This link no longer works",
                    lead:
                        "It works once, for seven days, until a newer one is made. Ask the school office for a new one, or sign in if you have set a password already."
                )
                ButtonLink("Sign in", visit.url("/sign-in"))
            })
    }
}

extension Error {
    /// The fields at fault, where that is what went wrong.
    var problems: [FieldProblem]? {
        switch self as any Error {
        case Refusal.incomplete(let problems), OfficeError.refused(.incomplete(let problems)): problems
        default: nil
        }
    }
}
