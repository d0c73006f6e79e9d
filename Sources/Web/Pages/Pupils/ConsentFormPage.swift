import HTML
import Office
import Policy
import Records

/// What a parent's link opens, without signing in: the questions in plain words, and nothing of any other child.
enum ConsentFormPage {
    @Sendable static func show(_ visit: Visit) async throws -> Reply {
        guard let asked = try await asked(visit) else { return spent(visit) }
        return .page(page(visit, asked))
    }

    @Sendable static func answer(_ visit: Visit) async throws -> Reply {
        guard let asked = try await asked(visit) else { return spent(visit) }
        let isWithdrawal = visit.form["all"] == "withdraw"
        do {
            let answers = try form(asked, isWithdrawal).answers(to: visit.form, people: FormPeople())
            let consents = isWithdrawal ? nil : answers.consents
            if let consents, consents.isEmpty {
                throw Refusal.incomplete([
                    FieldProblem("", "Choose yes or no to what you want to change, or withdraw everything")
                ])
            }
            let giver = ConsentGiver(
                name: answers.text("giver"),
                relation: isWithdrawal ? .notSaid : try answers.choice("relation", ConsentGiver.Relation.self))
            let secret = try await visit.office.answerConsent(
                visit.parameter("secret"), in: visit.id, source: visit.source, answers: consents, by: giver)
            return .page(thanks(visit, asked, consents, secret))
        } catch {
            if case OfficeError.refused(.notFound) = error { return spent(visit) }
            guard let problems = error.problems else { throw error }
            return .wrong(page(visit, asked, problems, isWithdrawal: isWithdrawal))
        }
    }

    private static func asked(_ visit: Visit) async throws -> ConsentAsked? {
        try await visit.office.consentAsked(visit.parameter("secret"), in: visit.id, source: visit.source)
    }

    private static let giverFields = [
        Field("giver", "Your name", .line(max: 100), missing: "Enter your name", section: "About you"),
        Field(
            "relation", "What you are to the child",
            .choice([
                Choice("parent", "A parent"), Choice("guardian", "A guardian or carer with parental responsibility"),
                Choice("local-authority", "The local authority, which has parental responsibility"),
            ]), missing: "Choose what you are to the child"),
    ]

    private static func form(_ asked: ConsentAsked, _ isWithdrawal: Bool) -> Form {
        let questions = asked.purposes.map { purpose in
            Field(
                Pupil.fieldName(purpose), question(purpose, asked.first), .yesNo, hint: hint(purpose),
                required: asked.way == .ask, missing: "Choose yes or no: \(purpose.label)")
        }
        return Form(
            "consent",
            title: asked.way == .ask
                ? "May we use pictures of \(asked.first)?" : "Change what you said about pictures of \(asked.first)",
            intro: asked.way == .ask
                ? "You are free to say no to any of these, and nobody is treated differently for it. You can change your mind at any time."
                : "What you leave without an answer stays as it is.",
            button: asked.way == .ask ? "Send my answers" : "Send what I changed",
            fields: isWithdrawal ? Array(giverFields.prefix(1)) : questions + giverFields)
    }

    private static func question(_ purpose: ImagePurpose, _ first: String) -> String {
        switch purpose {
        case .classroom: "In lessons and in records of \(first)’s work?"
        case .display: "On displays inside the school?"
        case .website: "On the school’s website?"
        case .socialMedia: "On the school’s social media?"
        case .press: "In newspapers and on television?"
        case .prospectus: "In the prospectus and in print?"
        case .video: "In video?"
        }
    }

    private static func hint(_ purpose: ImagePurpose) -> String {
        switch purpose {
        case .classroom: "Seen by staff, and by you."
        case .display: "Seen by whoever is in the school."
        case .website: "Anybody in the world can see it, and search engines find it."
        case .socialMedia: "Anybody can see it, save it and pass it on."
        case .press: "The school cannot take back what a newspaper has printed."
        case .prospectus: "Printed copies cannot be taken back once they are handed out."
        case .video: "Such as a film of a school play, with sound."
        }
    }

    /// - Parameter isWithdrawal: the problems are of the form that withdraws everything.
    private static func page(
        _ visit: Visit, _ asked: ConsentAsked, _ problems: [FieldProblem] = [], isWithdrawal: Bool = false
    ) -> PageShell {
        visit.page("Pictures of your child", hasProblems: !problems.isEmpty) {
            if isWithdrawal {
                ErrorSummary(problems.map { ErrorSummary.Item($0.message, field: withdrawer) })
            }
            FormPage(
                form(asked, false), action: visit.url("/consent/\(visit.parameter("secret"))"),
                input: isWithdrawal ? Input() : visit.form, problems: isWithdrawal ? [] : problems,
                hidden: [HiddenField("csrf", visit.token)])
            if asked.way == .change { withdrawal(visit, isWithdrawal ? problems : []) }
            details {
                summary { "What the school keeps of your answers" }
                p {
                    "Your answers, your name, what you are to the child and the time. It is kept as long as the pictures may be used, so that the school can show that you were asked. Ask the school to see it, or to put it right."
                }
            }
        }
    }

    /// Names the one field of the form that withdraws everything, among those of the page.
    private static let withdrawer = "withdraw-giver"

    /// As easy as it was to give: one box and one button.
    private static func withdrawal(_ visit: Visit, _ problems: [FieldProblem]) -> Markup {
        let texts = FieldTexts(name: withdrawer, label: "Your name", problems: problems.map(\.message))
        return Markup {
            h2 { "Withdraw everything" }
            p { "No to all of it. The school then takes down what it has published with your child." }
            HTML.form(
                .class("form"), .action(visit.url("/consent/\(visit.parameter("secret"))")), .method(.post),
                .novalidate()
            ) {
                HiddenField("csrf", visit.token)
                HiddenField("all", "withdraw")
                LabelledField(texts) {
                    input(
                        .class("input"), .id(texts.id), .name("giver"), .type(.text),
                        .value(visit.form["all"] == "withdraw" ? visit.form["giver"] : ""), texts.invalid,
                        texts.describedBy())
                }
                div(.class("buttons")) {
                    button(.class("button button-danger"), .type(.submit)) { "Withdraw everything" }
                }
            }
        }
    }

    private static func thanks(
        _ visit: Visit, _ asked: ConsentAsked, _ consents: [ImagePurpose: Bool]?, _ secret: String
    ) -> PageShell {
        visit.page("Thank you") {
            PageHeading("Thank you", lead: "The school has your answers about pictures of \(asked.first).")
            SummaryList(
                asked.purposes.compactMap { purpose in
                    guard let consents else { return SummaryRow(purpose.label, "No: withdrawn") }
                    return consents[purpose].map { SummaryRow(purpose.label, $0 ? "Yes" : "No") }
                })
            h2 { "If you change your mind" }
            p {
                "Keep this address. With it you can say no, or yes, at any time, without a password. Whoever has it can do so: do not pass it on."
            }
            pre(
                .class("secret"), .id("link"), .tabindex(0), .role(.region),
                .aria(.label, "The address to change your mind")
            ) {
                visit.address("/consent/\(secret)")
            }
            div(.class("buttons")) {
                CopyButton("Copy the address", of: "link")
                PrintButton()
            }
            p { "You can also tell the school office, at any time and in any way." }
        }
    }

    private static func spent(_ visit: Visit) -> Reply {
        .missing(
            visit.page("This link no longer works") {
                PageHeading(
                    "This link no longer works",
                    lead:
                        "It works once, for \(Pupil.linkDays) days, until a newer one is made. If you have answered, use the address that you were given then. Otherwise ask the school office for a new link: you can say yes or no there too."
                )
            })
    }
}
