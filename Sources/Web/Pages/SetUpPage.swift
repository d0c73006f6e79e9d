import HTML
import HTTPTypes
import Hummingbird
import Ledger
import Office
import Policy
import Records

/// First-run set-up by a one-time link: a school, its policy and its first administrator. Closed once a school exists.
enum SetUpPage {
    static func add(to router: Router<SiteContext>, _ site: Site) {
        router.get("/set-up/:secret") { request, context in
            guard try await isOpen(site, context) else {
                return Response.html(ErrorPage.plain(.notFound), status: .notFound)
            }
            return Response.html(page(site, context), status: .ok)
        }
        router.post("/set-up/:secret") { request, context in
            guard try await isOpen(site, context) else {
                return Response.html(ErrorPage.plain(.notFound), status: .notFound)
            }
            let most = context.maxUploadSize
            let body = try await site.stopwatch.keepingTo(.form) { heard in
                try await Body.read(request, most: most, heard: heard)
            }
            do {
                return Response.redirect(here: try await setUp(site, body.form))
            } catch {
                guard let problems = error.problems else { throw error }
                return Response.html(page(site, context, body.form, problems), status: .unprocessableContent)
            }
        }
    }

    /// The secret is the page's only guard, and it guards against other sites too: none can know it.
    private static func isOpen(_ site: Site, _ context: SiteContext) async throws -> Bool {
        guard let secret = site.setUpSecret, secret == context.parameters.get("secret") else { return false }
        return try await site.office.ledger.logs().isEmpty
    }

    /// The policies to begin with: whose each is, and what it asks of an account.
    private static var policies: [Choice] {
        // A built-in pack always reads: the tests load each.
        Pack.embeddedIDs.compactMap { id in (try? Pack.embedded(id)) ?? nil }.map { pack in
            let process = pack.process
            let deciders = process.accountApprovers.value.map(\.label).joined(separator: " or ")
            return Choice(
                pack.id, "As at \(pack.school.name)",
                hint: "Decided by: \(deciders). At least \(process.operatorsAtLeast.value) run an account.")
        }
    }

    private static var form: Form {
        Form(
            "set-up", title: "Set up your school",
            intro: "You begin with one of the policies that Hornbook knows, as your own.", button: "Set up",
            fields: [
                Field("school", "Name of the school", .line(max: 100), missing: "Enter the name of the school"),
                Field(
                    "slug", "Short name for addresses", .line(max: 60),
                    hint: "Lower-case letters, digits and hyphens, such as oakfield",
                    missing: "Enter a short name for addresses"),
                Field("pack", "Policy", .choice(policies), missing: "Choose a policy"),
                Field(
                    "name", "Your full name", .line(max: 100), missing: "Enter your full name",
                    section: "The first administrator"),
                Field("email", "Your e-mail address", .email, missing: "Enter your e-mail address"),
                Field("isHead", "Are you the headteacher too?", .yesNo, missing: "Say whether you are the headteacher"),
            ])
    }

    private static func setUp(_ site: Site, _ input: Input) async throws -> String {
        let answers = try form.answers(to: input, people: FormPeople())
        guard let log = LogID(answers.text("slug")), !Office.reservedSchoolNames.contains(log.rawValue) else {
            throw Refusal.incomplete([
                FieldProblem(
                    "slug",
                    "Short name must be lower-case letters, digits and hyphens, beginning with a letter, and not a word that the site uses itself"
                )
            ])
        }
        let office = site.office
        guard let pack = try Pack.embedded(answers.text("pack")) else { throw Refusal.notFound }
        _ = try await office.foundSchool(log, name: answers.text("school"), packSource: pack.source)
        let person = try await office.addPerson(
            Person.Particulars(
                name: answers.text("name"), email: answers.text("email"),
                roles: answers.isYes("isHead") ? [.administrator, .headteacher] : [.administrator]),
            firstDay: office.now().londonDay, to: log)
        return "/\(log)/welcome/\(try await office.invite(person, in: log))"
    }

    private static func page(
        _ site: Site, _ context: SiteContext, _ input: Input = Input(), _ problems: [FieldProblem] = []
    ) -> PageShell {
        var page = PageShell(title: form.title) {
            FormPage(
                form, action: "/set-up/\(context.parameters.get("secret") ?? "")", input: input, problems: problems)
        }
        page.hasProblems = !problems.isEmpty
        return page
    }
}
