import Testing

@testable import Policy
@testable import Records

@Suite("Forms")
struct FormTests {
    private static let choices = [Choice("a", "A"), Choice("b", "B")]
    private static let people = FormPeople(known: [Cast.lead.id, Cast.head.id], each: [Cast.lead.id, Cast.head.id])

    private static func field(_ kind: Field.Kind, required: Bool = true) -> Form {
        Form(
            "f", title: "F", button: "F",
            fields: [Field("x", "Thing", kind, required: required, missing: "Enter the thing")])
    }

    private func problems(_ form: Form, _ values: [String: [String]]) -> [FieldProblem] {
        do {
            _ = try form.answers(to: Input(values), people: Self.people)
            return []
        } catch {
            if case .incomplete(let problems) = error { return problems }
            return [FieldProblem("?", "\(error)")]
        }
    }

    private static let date = "Thing must be a real date, such as 2026-09-27"
    private static let parts = "Thing must be a real date, such as 27 9 2026"

    @Test(
        "each kind of field names each fault and its mend",
        arguments: [
            (.line(max: 3), ["x": ["abcd"]], "Thing must be 3 characters or fewer; it has 4"),
            (.line(max: 9), ["x": ["ab\ncd"]], "Thing must be on one line"),
            (.line(max: 9), ["x": ["ab\r\ncd"]], "Thing must be on one line"),
            (.line(max: 3), ["x": ["  \t "]], "Enter the thing"), (.line(max: 3), [:], "Enter the thing"),
            (.line(max: 3), ["x": []], "Enter the thing"),
            (.paragraph(max: 3), ["x": ["abcd"]], "Thing must be 3 characters or fewer; it has 4"),
            (.paragraph(max: 3), [:], "Enter the thing"),
            (
                .document(max: 3000), ["x": [String(repeating: "é", count: 1501)]],
                "Thing must be 3 kB or less; it has 3"
            ),
            (.document(max: 3), ["x": [" \n"]], "Enter the thing"),
            (.email, ["x": ["nobody"]], "Enter an e-mail address in the form name@school.org.uk"),
            (.email, ["x": ["a@b"]], "Enter an e-mail address in the form name@school.org.uk"),
            (.email, [:], "Enter the thing"),
            (.webAddress, ["x": ["javascript:alert(1)"]], "Enter a web address that begins with https://"),
            (.webAddress, ["x": ["school.example"]], "Enter a web address that begins with https://"),
            (.webAddress, [:], "Enter the thing"),
            (.integer(3...19), ["x": ["2"]], "Thing must be a whole number from 3 to 19"),
            (.integer(3...19), ["x": ["20"]], "Thing must be a whole number from 3 to 19"),
            (.integer(3...19), ["x": ["four"]], "Thing must be a whole number from 3 to 19"),
            (.integer(3...19), ["x": ["4.5"]], "Thing must be a whole number from 3 to 19"),
            (.integer(3...19), ["x": ["99999999999999999999"]], "Thing must be a whole number from 3 to 19"),
            (.integer(3...19), [:], "Enter the thing"),
            (.yesNo, ["x": ["maybe"]], "Enter the thing"), (.yesNo, [:], "Enter the thing"),
            (.confirm, ["x": ["no"]], "Enter the thing"),
            (.confirm, [:], "Enter the thing"), (.choice(choices), ["x": ["c"]], "Enter the thing"),
            (.choice(choices), [:], "Enter the thing"),
            (.choices(choices), ["x": ["a", "c"]], "Choose only from the list"),
            (.choices(choices), ["x": ["", " "]], "Enter the thing"),
            (.choices(choices), [:], "Enter the thing"),
            (.person, ["x": ["p-nobody"]], "Choose a person from the list"), (.person, [:], "Enter the thing"),
            (.people, ["x": ["p-lead", "p-nobody"]], "Choose only from the list"), (.people, [:], "Enter the thing"),
            (.secret, [:], "Enter the thing"),
            (.secret, ["x": [String(repeating: "s", count: 4001)]], "Thing must be 4,000 characters or fewer"),
            (.date, [:], "Enter the thing"),
            (.date, ["x": ["2026-02-29"]], date), (.date, ["x": ["29/2/2028"]], date), (.date, ["x": ["soon"]], date),
            (.date, ["x-day": ["29"], "x-month": ["2"], "x-year": ["2026"]], parts),
            (.date, ["x-day": ["31"], "x-month": ["4"], "x-year": ["2026"]], parts),
            (.date, ["x-day": ["1"], "x-month": ["13"], "x-year": ["2026"]], parts),
            (.date, ["x-day": ["1"], "x-month": ["1"], "x-year": ["26"]], parts),
            (.date, ["x-day": ["one"], "x-month": ["1"], "x-year": ["2026"]], parts),
            (.date, ["x-day": ["1"]], "Thing must include a month and a year"),
            (.date, ["x-day": ["1"], "x-month": ["2"]], "Thing must include a year"),
            (.date, ["x-month": ["2"], "x-year": ["2026"]], "Thing must include a day"),
            (.date, ["x-day": [" "], "x-month": [""], "x-year": ["2026"]], "Thing must include a day and a month"),
        ] as [(Field.Kind, [String: [String]], String)])
    func fault(kind: Field.Kind, values: [String: [String]], message: String) {
        #expect(problems(Self.field(kind), values) == [FieldProblem("x", message)])
    }

    @Test(
        "what is left out of a field that may be left out is no fault",
        arguments: [
            Field.Kind.line(max: 3), .paragraph(max: 3), .email, .webAddress, .integer(1...2), .date, .yesNo, .confirm,
            .choice(choices), .choices(choices),
            .person, .people, .eachPerson(choices), .secret,
        ])
    func optional(kind: Field.Kind) { #expect(problems(Self.field(kind, required: false), [:]).isEmpty) }

    @Test(
        "a good answer is kept, trimmed where it is text",
        arguments: [
            (.line(max: 3), ["x": ["  abc\n"]], "abc"), (.line(max: 3), ["x": ["éàü"]], "éàü"),
            (.paragraph(max: 9), ["x": ["a\n\nb "]], "a\n\nb"),
            (.document(max: 9), ["x": [" a: b\n\n"]], " a: b\n\n"),
            (.email, ["x": [" A@b.example "]], "A@b.example"),
            (.webAddress, ["x": ["https://school.example/a?b#c"]], "https://school.example/a?b#c"),
            (.integer(3...19), ["x": [" 7 "]], "7"), (.yesNo, ["x": ["no"]], "no"), (.confirm, ["x": ["yes"]], "yes"),
            (.choice(choices), ["x": ["b"]], "b"),
            (.person, ["x": ["p-lead"]], "p-lead"), (.secret, ["x": ["  spaces matter  "]], "  spaces matter  "),
            (.date, ["x": ["2028-02-29"]], "2028-02-29"),
            (.date, ["x-day": ["29"], "x-month": ["02"], "x-year": ["2028"]], "2028-02-29"),
            (.date, ["x-day": [" 1 "], "x-month": ["9"], "x-year": ["2026"]], "2026-09-01"),
        ] as [(Field.Kind, [String: [String]], String)])
    func good(kind: Field.Kind, values: [String: [String]], kept: String) throws {
        #expect(try Self.field(kind).answers(to: Input(values), people: Self.people).text("x") == kept)
    }

    @Test("several choices are kept once each, in the order given")
    func several() throws {
        let values = ["x": ["b", " a", "b", ""]]
        #expect(
            try Self.field(.choices(Self.choices)).answers(to: Input(values), people: Self.people).values["x"] == [
                "b", "a",
            ])
        let people = ["x": ["p-head", "p-lead", "p-head"]]
        #expect(
            try Self.field(.people).answers(to: Input(people), people: Self.people).people("x") == [
                Cast.head.id, Cast.lead.id,
            ])
    }

    @Test("a field that asks about each person has a fault for each who is left out or answered oddly")
    func each() throws {
        let form = Self.field(.eachPerson(Self.choices))
        #expect(
            problems(form, [:]) == [
                FieldProblem("x.p-lead", "Enter the thing"), FieldProblem("x.p-head", "Enter the thing"),
            ])
        #expect(
            problems(form, ["x.p-lead": ["a"], "x.p-head": ["z"]]) == [FieldProblem("x.p-head", "Enter the thing")])
        enum Letter: String { case a, b }
        let answers = try form.answers(
            to: Input(["x.p-lead": ["a"], "x.p-head": ["b"], "x.p-other": ["a"]]), people: Self.people)
        #expect(answers.each("x", Letter.self) == [Cast.lead.id: .a, Cast.head.id: .b])
    }

    @Test("text that is as long as a field allows is good, and one character more is not", arguments: [1, 80, 1000])
    func length(max: Int) {
        let form = Self.field(.paragraph(max: max))
        #expect(problems(form, ["x": [String(repeating: "é", count: max)]]).isEmpty)
        #expect(problems(form, ["x": [String(repeating: "é", count: max + 1)]]).count == 1)
    }

    @Test(
        "e-mail addresses are told by their shape",
        arguments: [
            ("a@b.c", true), ("a.b+c@d.e.example", true), ("a@b", false), ("@b.c", false), ("a@.c", false),
            ("a@b.", false), ("a@@b.c", false), ("a b@c.d", false),
            ("a@b.c,d@e.f", false), ("<a@b.c>", false), ("", false),
            (String(repeating: "a", count: 250) + "@b.cd", false),
        ])
    func email(text: String, isGood: Bool) { #expect(text.isEmailAddress == isGood) }

    @Test(
        "web addresses are those that a browser follows without running anything",
        arguments: [
            ("https://a.b", true), ("HTTP://A.B/c", true), ("ftp://a.b", false), ("javascript://a.b", false),
            ("data:text/html,x", false), ("//a.b", false),
            ("https://", false), ("https://a", false), ("https://.b", false), ("https://a.", false),
            ("https://u:p@a.b", false), ("https://a.b/\"onload", false),
            ("https://a.b/ c", false), ("https://a.b/<c", false),
        ])
    func webAddress(text: String, isGood: Bool) { #expect(text.isWebAddress == isGood) }

    @Test(
        "a record's name is a known kind and a plain key",
        arguments: [
            ("account/a-1", true), ("person/p-1", true), ("letter/a", false), ("account", false), ("account/", false),
            ("account/A", false), ("account/a/b", false),
            ("account/../x", false), ("account/" + String(repeating: "a", count: 60), true),
            ("account/" + String(repeating: "a", count: 61), false),
        ])
    func recordID(text: String, isGood: Bool) { #expect((RecordID(text)?.description == text) == isGood) }
}
