import HTML
import Office
import Policy
import Records

enum SignInPage {
    private static let form = Form(
        "sign-in", title: "Sign in", button: "Sign in",
        fields: [
            Field("email", "E-mail address", .email, missing: "Enter your e-mail address"),
            Field("password", "Password", .secret, missing: "Enter your password"),
        ])

    @Sendable static func show(_ visit: Visit) async throws -> Reply {
        let isChanging = visit.site.isDemo && visit.query["again"] == "1"
        if visit.caller != nil, !isChanging { return .redirect(visit.url("/today")) }
        return .page(try await page(visit))
    }

    @Sendable static func signIn(_ visit: Visit) async throws -> Reply {
        let answers: Answers
        do { answers = try form.answers(to: visit.form, people: FormPeople()) } catch {
            guard case .incomplete(let problems) = error else { throw error }
            return .wrong(try await page(visit, problems))
        }
        let result = try await visit.office.signIn(
            visit.id, email: answers.text("email"), password: visit.form["password"], source: visit.source,
            device: visit.device)
        switch result {
        case .signedIn(let secret, _): return .signedIn(secret: secret, to: visit.url(destination(visit)))
        case .wrong:
            return .wrong(
                try await page(
                    visit,
                    [
                        FieldProblem(
                            "email",
                            "The e-mail address or the password is not right. Try again, or ask the school office for a new link"
                        )
                    ]))
        case .wait(let seconds):
            let minutes = (seconds + 59) / 60
            return .wait(
                try await page(
                    visit,
                    [
                        FieldProblem(
                            "", "Too many tries. Wait \(minutes == 1 ? "a minute" : "\(minutes) minutes") and try again"
                        )
                    ]))
        }
    }

    /// Only in a demonstration: in as a person of the invented school, without a password.
    @Sendable static func signInAs(_ visit: Visit) async throws -> Reply {
        guard visit.site.isDemo, let caller = try await visit.office.caller(visit.id, PersonID(visit.form["person"]))
        else { throw Refusal.notFound }
        return .signedIn(
            secret: try await visit.office.startSession(caller, device: visit.device), to: visit.url(destination(visit))
        )
    }

    @Sendable static func signOut(_ visit: Visit) async throws -> Reply {
        try await visit.office.endSession(visit.id, secret: visit.session)
        return .signedOut(to: visit.url("/sign-in?done=\(Notice.signedOut.rawValue)"))
    }

    /// Back to the page that was asked for, if it is one of this school.
    private static func destination(_ visit: Visit) -> String {
        let from = visit.form["from"]
        return from.hasPrefix("/") && !from.hasPrefix("//") ? from : "/today"
    }

    private static func page(_ visit: Visit, _ problems: [FieldProblem] = []) async throws -> PageShell {
        let from = visit.form["from"].isEmpty ? visit.query["from"] : visit.form["from"]
        let people = visit.site.isDemo ? try await visit.office.directory(visit.id).filter(\.isHere) : []
        return visit.page("Sign in", hasProblems: !problems.isEmpty) {
            FormPage(
                form, action: visit.url("/sign-in"), input: Input(["email": visit.form.all("email")]),
                problems: problems,
                hidden: [HiddenField("csrf", visit.token), HiddenField("from", from)])
            if !people.isEmpty {
                DemoPeople(people: people, action: visit.url("/sign-in/as"), token: visit.token, from: from)
            }
            p { "No password yet, or forgotten? The school office can send you a link to set one." }
        }
    }
}

/// The invented people of a demonstration, each a button.
private struct DemoPeople: Component {
    var people: [DirectoryEntry]
    var action: String
    var token: String
    var from: String

    var body: Markup {
        Panel("Demonstration: choose who to be") {
            p {
                "Everybody here is invented, and no password is needed. In a real installation this list is not there."
            }
            for group in Self.groups {
                let members = people.filter { person in Self.groups.first { $0.holds(person) }?.title == group.title }
                if !members.isEmpty {
                    h3 { group.title }
                    ul(.class("demo-people"), .role(.list)) { for person in members { li { entrance(person) } } }
                }
            }
        }
    }

    private func entrance(_ person: DirectoryEntry) -> Markup {
        HTML.form(.action(action), .method(.post)) {
            HiddenField("csrf", token)
            HiddenField("from", from)
            HiddenField("person", person.id.rawValue)
            button(.class("demo-person"), .type(.submit)) {
                strong { person.name }
                span { person.roles }
            }
        }
    }

    /// Some of the people; whoever has several roles stands in the first group that one of them belongs to.
    private struct Group {
        var title: String
        var roles: [Role]

        func holds(_ person: DirectoryEntry) -> Bool {
            person.roles.split(separator: ",").contains { words in roles.contains { $0.label == String(words).trimmed }
            }
        }
    }

    private static let groups = [
        Group(title: "Leaders", roles: [.headteacher, .slt, .dsl]),
        Group(title: "Office", roles: [.administrator, .dpo, .clerk]),
        Group(title: "Teachers and staff", roles: [.teacher, .staff, .trainee]),
        Group(title: "Governors", roles: [.governor, .chair]),
        Group(title: "Others", roles: [.volunteer, .contractor, .agencyWorker, .parent]),
    ]
}
