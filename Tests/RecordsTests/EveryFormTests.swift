import Testing

@testable import Policy
@testable import Records

@Suite("Every form of every kind")
struct EveryFormTests {
    private static let people = FormPeople(
        known: Set(Cast.allCases.map(\.id)), each: [Cast.lead.id, Cast.head.id])

    private func forms(at desk: Desk) -> [(kind: Kind, form: Form)] {
        School.forms(at: desk).map { (.school, $0.form) } + Person.forms(at: desk).map { (.person, $0.form) }
            + Declaration.forms(at: desk).map { (.declaration, $0.form) }
            + Training.forms(at: desk).map { (.training, $0.form) }
            + Account.forms(at: desk).map { (.account, $0.form) } + Edition.forms(at: desk).map { (.edition, $0.form) }
            + KeptAnswer.forms(at: desk).map { (.answer, $0.form) }
            + Judgement.forms(at: desk).map { (.judgement, $0.form) }
            + Picture.forms(at: desk).map { (.picture, $0.form) } + Post.forms(at: desk).map { (.post, $0.form) }
            + Pupil.forms(at: desk).map { (.pupil, $0.form) } + Takedown.forms(at: desk).map { (.takedown, $0.form) }
    }

    @Test(
        "with nothing filled in, each required field has its own message, once, in the form's order",
        arguments: AccountAuthorityTests.packs)
    func empty(id: String) throws {
        let desk = try Desk.of(.office, pack: id == "synthetic" ? .synthetic() : .named(id))
        for (kind, form) in forms(at: desk) {
            let expected = form.fields.filter(\.isRequired).flatMap { field in
                if case .eachPerson = field.kind {
                    return Self.people.each.map { FieldProblem("\(field.name).\($0)", field.missing) }
                }
                return [FieldProblem(field.name, field.missing)]
            }
            let refusal = refusal { () throws(Refusal) in try form.answers(to: Input(), people: Self.people) }
            #expect(refusal == (expected.isEmpty ? nil : .incomplete(expected)), "\(kind) \(form.name)")
        }
    }

    @Test("with every field wrong, each has one problem", arguments: AccountAuthorityTests.packs)
    func wrong(id: String) throws {
        let desk = try Desk.of(.office, pack: id == "synthetic" ? .synthetic() : .named(id))
        for (kind, form) in forms(at: desk) where !form.fields.isEmpty {
            var input = Input()
            for field in form.fields { for (name, values) in Self.badInput(field) { input.values[name] = values } }
            guard
                case .incomplete(let problems) = refusal({ () throws(Refusal) in
                    try form.answers(to: input, people: Self.people)
                })
            else {
                Issue.record("\(kind) \(form.name) was taken")
                continue
            }
            #expect(Set(problems.map(\.field)).count == problems.count, "\(kind) \(form.name)")
            #expect(
                Set(problems.map { $0.field.prefix { $0 != "." } }.map(String.init)) == Set(form.fields.map(\.name)),
                "\(kind) \(form.name)")
            #expect(problems.allSatisfy { !$0.message.isEmpty && !$0.message.hasSuffix(".") })
        }
    }

    @Test("names of forms and of their fields are unique, and every field says what to do when it is missing")
    func names() throws {
        let desk = try Desk.of(.office, pack: .named("oakdene"))
        let all = forms(at: desk)
        #expect(Set(all.map { "\($0.kind) \($0.form.name)" }).count == all.count)
        for (_, form) in all {
            #expect(Set(form.fields.map(\.name)).count == form.fields.count)
            #expect(!form.title.isEmpty && !form.button.isEmpty)
            #expect(form.fields.allSatisfy { !$0.missing.isEmpty && !$0.label.isEmpty })
        }
    }

    @Test("filled in well, each form becomes a command", arguments: AccountAuthorityTests.packs)
    func good(id: String) throws {
        let desk = try Desk.of(.office, pack: id == "synthetic" ? .synthetic() : .named(id))
        func check<R: Record>(_: R.Type) {
            for form in R.forms(at: desk) {
                #expect(throws: Never.self, "\(R.kind) \(form.form.name)") {
                    try form.make(
                        form.form.answers(to: Self.goodInput(form.form), people: Self.people).replacing(
                            "id", by: "p-lead"))
                }
            }
        }
        check(School.self)
        check(Person.self)
        check(Declaration.self)
        check(Training.self)
        check(Account.self)
        check(KeptAnswer.self)
        check(Judgement.self)
        check(Pupil.self)
        check(Takedown.self)
        check(Edition.self)
        check(Post.self)
    }

    @Test("a platform that is not in the list is named")
    func otherPlatform() throws {
        let desk = try Desk.of(.applicant, pack: .named("oakdene"))
        let form = try #require(Account.forms(at: desk).first { $0.form.name == "apply" })
        var input = Self.goodInput(form.form)
        input.values["platform"] = ["other"]
        input.values["otherPlatform"] = nil
        #expect(throws: Refusal.incomplete([FieldProblem("otherPlatform", "Enter the name of the platform")])) {
            try form.make(form.form.answers(to: input, people: Self.people))
        }
        input.values["otherPlatform"] = ["Padlet"]
        guard case .apply(let identity, _, _, _) = try form.make(form.form.answers(to: input, people: Self.people))
        else { return }
        #expect(identity == AccountIdentity(platform: "other", platformName: "Padlet", name: "text"))
    }

    @Test("an account used with pupils asks for the youngest's age")
    func youngest() throws {
        let desk = try Desk.of(.office, pack: .named("oakdene"))
        let form = try #require(Account.forms(at: desk).first { $0.form.name == "open" })
        var input = Self.goodInput(form.form)
        input.values["youngestAge"] = nil
        #expect(
            throws: Refusal.incomplete([
                FieldProblem("youngestAge", "Enter the age of the youngest pupil it is used with")
            ])
        ) {
            try form.make(form.form.answers(to: input, people: Self.people))
        }
    }

    @Test(
        "terms, days and domains are read line by line, and a bad line is named by its number",
        arguments: [
            (
                "setCalendar", "terms", "Autumn 1 2026-09-02 to 2026-10-23\n\nSpring 2027-01-05 2027-02-12",
                "Line 3 is not a term such as Autumn 1 2026-09-02 to 2026-10-23"
            ),
            ("setCalendar", "insetDays", "2026-09-01\n2026-02-30", "Line 2 is not a date such as 2026-09-01"),
            ("setEmailDomains", "emailDomains", "a@school.example", "Line 1 is not a domain such as school.example"),
        ])
    func lines(command: String, field: String, text: String, message: String) throws {
        let desk = try Desk.of(.office, pack: .named("oakdene"))
        let form = try #require(School.forms(at: desk).first { $0.form.name == command })
        var input = Self.goodInput(form.form)
        input.values[field] = [text]
        #expect(throws: Refusal.incomplete([FieldProblem(field, message)])) {
            try form.make(form.form.answers(to: input, people: Self.people))
        }
    }

    @Test("what a form begins with is taken again unchanged")
    func prefill() throws {
        let pack = try Pack.named("oakdene")
        let desk = try Desk.of(.applicant, pack: pack)
        let returned = try #require(try Stage.returned.state(under: pack))
        let form = try #require(Account.forms(at: desk).first { $0.form.name == "revise" })
        let command = try form.make(form.form.answers(to: returned.prefill("revise"), people: Self.people))
        guard case .revise(let identity, let purpose, let lead, let operators) = command else {
            Issue.record("not a revision")
            return
        }
        #expect(identity == returned.identity)
        #expect(purpose == returned.application?.purpose)
        #expect(lead == returned.application?.lead)
        #expect(Set(operators + [lead]) == Set(returned.application?.operators ?? []))

        var school = School(name: "Oak", founded: Moment.now, adopted: PackInForce(id: "", edition: "", hash: ""))
        school.terms = [Term(name: "Autumn 1", first: Moment.today, last: Moment.today.adding(days: 9))]
        school.insetDays = [Moment.today]
        let calendar = try #require(School.forms(at: desk).first { $0.form.name == "setCalendar" })
        #expect(
            try calendar.make(calendar.form.answers(to: school.prefill("setCalendar"), people: Self.people))
                == .setCalendar(terms: school.terms, insetDays: school.insetDays))
    }

    static func goodInput(_ form: Form) -> Input {
        var values: [String: [String]] = [:]
        for field in form.fields {
            switch field.kind {
            case .line, .paragraph, .secret, .document: values[field.name] = ["text"]
            case .carried: values[field.name] = ["who=teacher action=follow"]
            case .email: values[field.name] = ["class@school.example"]
            case .webAddress: values[field.name] = ["https://school.example/a"]
            case .integer(let range): values[field.name] = ["\(range.upperBound)"]
            case .date: values[field.name] = [Moment.today.iso]
            case .yesNo, .confirm: values[field.name] = ["yes"]
            case .choice(let choices), .choices(let choices): values[field.name] = choices.prefix(1).map(\.value)
            case .person: values[field.name] = [Cast.lead.id.rawValue]
            case .people: values[field.name] = [Cast.head.id.rawValue, Cast.applicant.id.rawValue]
            case .eachPerson(let choices):
                for person in people.each { values["\(field.name).\(person)"] = choices.prefix(1).map(\.value) }
            }
        }
        switch form.name {
        case "setCalendar":
            values["terms"] = ["Autumn 1 2026-09-02 to 2026-10-23"]
            values["insetDays"] = ["2026-09-01"]
        case "setEmailDomains": values["emailDomains"] = ["school.example"]
        case "start", "save", "schedule": values["time"] = ["15:30"]
        case "submit": values["confirmations"] = ["00ff: it is so"]
        default: break
        }
        return Input(values)
    }

    private static func badInput(_ field: Field) -> [String: [String]] {
        switch field.kind {
        case .line(let max), .paragraph(let max), .carried(let max):
            [field.name: [String(repeating: "x", count: max + 1)]]
        case .secret: [field.name: [String(repeating: "x", count: 5000)]]
        case .document(let max): [field.name: [String(repeating: "x", count: max + 1)]]
        case .email, .webAddress, .integer, .date, .yesNo, .confirm, .choice, .choices, .person, .people:
            [field.name: ["?"]]
        case .eachPerson: [:]
        }
    }
}
