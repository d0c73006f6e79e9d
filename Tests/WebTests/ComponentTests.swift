import HTML
import Policy
import Records
import Testing

@testable import Web

private let hostile = "<script>alert(1)</script>\" onmouseover='x' &"

/// One field of each kind, named after it.
private func page(
    _ field: Field, input: [String: [String]] = [:], problems: [FieldProblem] = [], people: [PersonOption] = [],
    each: [PersonOption] = []
) -> String {
    FormPage(
        Form("try", title: "Try", button: "Send", fields: [field]), action: "/try", input: Input(input),
        problems: problems, people: people, each: each
    ).body.string
}

private func field(_ kind: Field.Kind, required: Bool = true) -> Field {
    Field("it", "It", kind, hint: "A hint", required: required, missing: "Enter it")
}

@Suite("Form page")
struct FormPageTests {
    static let three = [Choice("a", "A"), Choice("b", "B", hint: "Second"), Choice("c", "C")]
    static let people = [
        PersonOption(id: "p-1", name: "Amina", detail: "Teacher"), PersonOption(id: "p-2", name: "Tom"),
    ]

    @Test(
        "each kind of field gets its control",
        arguments: [
            (Field.Kind.line(max: 60), "<input class=\"input\" id=\"f-it\" name=\"it\" type=\"text\""),
            (.paragraph(max: 500), "<textarea class=\"input\" id=\"f-it\" name=\"it\" rows=\"6\" data-count=\"500\""),
            (.email, "name=\"it\" type=\"email\""),
            (.webAddress, "name=\"it\" type=\"url\""),
            (.integer(1...9), "inputmode=\"numeric\""),
            (.date, "id=\"f-it-day\" name=\"it-day\""),
            (.yesNo, "<input id=\"f-it\" name=\"it\" type=\"radio\" value=\"yes\""),
            (.confirm, "<input id=\"f-it\" name=\"it\" type=\"checkbox\" value=\"yes\""),
            (
                .choice(three),
                "<input id=\"f-it-2\" name=\"it\" type=\"radio\" value=\"b\" aria-describedby=\"f-it-2-about\">"
            ),
            (.choice((1...9).map { Choice("\($0)", "\($0)") }), "<select class=\"input\" id=\"f-it\" name=\"it\""),
            (.choices(three), "<input id=\"f-it\" name=\"it\" type=\"checkbox\" value=\"a\""),
            (.person, "<input id=\"f-it\" name=\"it\" type=\"radio\" value=\"p-1\""),
            (.people, "<input id=\"f-it-2\" name=\"it\" type=\"checkbox\" value=\"p-2\""),
            (.eachPerson(three), "<input id=\"f-it.p-2\" name=\"it.p-2\" type=\"radio\" value=\"a\""),
            (.secret, "name=\"it\" type=\"password\" autocomplete=\"off\""),
        ])
    func control(_ kind: Field.Kind, _ expected: String) {
        #expect(page(field(kind), people: Self.people, each: Self.people).contains(expected))
    }

    @Test(
        "what was sent is filled in again, escaped",
        arguments: [
            Field.Kind.line(max: 60), .paragraph(max: 60), .email, .webAddress, .integer(1...9),
        ])
    func filledIn(_ kind: Field.Kind) {
        let html = page(field(kind), input: ["it": [hostile]])
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(!html.contains("<script>"))
    }

    @Test("chosen options stay chosen")
    func chosen() {
        let html = page(field(.choices(Self.three)), input: ["it": ["a", "c"]])
        #expect(html.contains("value=\"a\" checked"))
        #expect(!html.contains("value=\"b\" checked"))
        #expect(html.contains("value=\"c\" checked"))
    }

    @Test("a secret is never sent back")
    func secret() {
        #expect(!page(field(.secret), input: ["it": ["hunter2"]]).contains("hunter2"))
    }

    @Test("a day given whole fills the three fields; what was typed into them comes first")
    func date() {
        let whole = page(field(.date), input: ["it": ["2026-09-07"]])
        for value in ["value=\"7\"", "value=\"9\"", "value=\"2026\""] { #expect(whole.contains(value)) }
        let typed = page(
            field(.date), input: ["it": ["2026-09-07"], "it-day": ["31x"], "it-month": [""], "it-year": ["1"]])
        #expect(typed.contains("value=\"31x\""))
        #expect(!typed.contains("value=\"2026\""))
    }

    @Test("a problem is said at the top, with a link to its field, and beside the field")
    func problem() {
        let html = page(field(.line(max: 9)), problems: [FieldProblem("it", "Enter it")])
        #expect(
            html.contains(
                "<h2 id=\"error-summary-title\">There is a problem</h2><ul><li><a href=\"#f-it\">Enter it</a></li></ul>"
            ))
        #expect(html.contains("<div class=\"problem\" id=\"f-it-problem\">"))
        #expect(html.contains("aria-invalid=\"true\" aria-describedby=\"f-it-hint f-it-problem\""))
    }

    @Test("a date's problem leads to the first part that is empty")
    func dateProblem() {
        let problems = [FieldProblem("it", "It must include a month")]
        #expect(page(field(.date), input: ["it-day": ["3"]], problems: problems).contains("href=\"#f-it-month\""))
        #expect(page(field(.date), problems: problems).contains("href=\"#f-it-day\""))
    }

    @Test("a problem about one of several people leads to that person")
    func eachProblem() {
        let html = page(
            field(.eachPerson(Self.three)), problems: [FieldProblem("it.p-2", "Choose for Tom")], each: Self.people)
        #expect(html.contains("<a href=\"#f-it.p-2\">Choose for Tom</a>"))
        #expect(html.contains("id=\"f-it.p-2-problem\""))
        #expect(!html.contains("id=\"f-it.p-1-problem\""))
    }

    @Test("a problem of the whole form is said without a link", arguments: ["", "nowhere"])
    func wholeForm(_ name: String) {
        #expect(page(field(.email), problems: [FieldProblem(name, "Too late")]).contains("<li>Too late</li>"))
    }

    @Test("without problems there is no summary")
    func noProblems() {
        #expect(!page(field(.email)).contains("There is a problem"))
    }

    @Test("optional fields say so", arguments: [(true, false), (false, true)])
    func optional(_ isRequired: Bool, _ saysSo: Bool) {
        #expect(page(field(.email, required: isRequired)).contains("(optional)") == saysSo)
    }

    @Test("questions that are answered alike stand as rows once they are many, each a group with its own name")
    func rows() {
        func form(_ count: Int) -> String {
            let fields = (1...count).map {
                Field("q\($0)", "Question \($0) \(hostile)", .yesNo, missing: "Enter it")
            }
            return FormPage(
                Form("try", title: "Try", button: "Send", fields: fields), action: "/try",
                input: Input(["q2": ["no"]]), problems: [FieldProblem("q1", "Choose one")]
            ).body.string
        }
        let many = form(4)
        #expect(many.ranges(of: "choice-row\"").count == 4 && many.ranges(of: "<legend").count == 4)
        #expect(many.contains("name=\"q2\" type=\"radio\" value=\"no\" checked"))
        #expect(many.contains("Choose one") && many.contains("href=\"#f-q1\"") && many.contains("id=\"f-q1\""))
        #expect(!many.contains("<script>") && !many.contains("data-all"))
        #expect(!form(3).contains("choice-row"))
    }

    @Test("hidden values travel, escaped")
    func hidden() {
        let form = FormPage(
            Form("try", title: "Try", button: "Send"), action: "/try", hidden: [HiddenField("csrf", "a\"b")])
        #expect(form.body.string.contains("<input type=\"hidden\" name=\"csrf\" value=\"a&quot;b\">"))
    }

    @Test("a line break at the start of a text survives the parser")
    func leadingBreak() {
        #expect(page(field(.paragraph(max: 9)), input: ["it": ["\nx"]]).contains(">\n\nx</textarea>"))
    }
}

@Suite("Page shell")
struct PageShellTests {
    @Test("a page with errors says so first in its title")
    func errorTitle() {
        var shell = PageShell(title: "Apply") { "Main" }
        shell.school = SchoolPlate(name: "Oakdene", basePath: "/oakdene")
        #expect(shell.body.string.contains("<title>Apply – Oakdene – Hornbook</title>"))
        shell.hasProblems = true
        #expect(shell.body.string.contains("<title>Error: Apply – Oakdene – Hornbook</title>"))
    }

    @Test("every text of the shell is escaped, and nothing runs or styles in line")
    func hostileShell() {
        var shell = PageShell(title: hostile) {
            PageHeading(hostile, over: hostile, lead: hostile, tag: Tag(hostile, .bad))
        }
        shell.school = SchoolPlate(name: hostile, basePath: "javascript:alert(1)")
        shell.person = SignedInPerson(
            name: hostile, roles: [hostile], href: "javascript:x",
            signOut: SignOut(action: "javascript:x", hidden: [HiddenField("csrf", hostile)]))
        shell.navigation = [NavigationItem(hostile, href: "javascript:x", icon: .today, count: 2)]
        shell.breadcrumbs = [Link(hostile, "data:x")]
        shell.notices = [NotificationBanner(.warning, hostile, text: hostile)]
        shell.demo = DemoBanner(hostile, switchPerson: Link(hostile, "vbscript:x"))
        shell.ledger = LedgerLine(size: 1, root: hostile, href: "javascript:x")
        let html = shell.body.string
        for forbidden in ["<script>", "javascript:", "vbscript:", "data:x", " style="] {
            #expect(!html.contains(forbidden), "found \(forbidden)")
        }
    }

    @Test("the current area is marked for every reader")
    func current() {
        var shell = PageShell(title: "Today") {}
        shell.navigation = [
            NavigationItem("Today", href: "/t", icon: .today, isCurrent: true),
            NavigationItem("Ask", href: "/a", icon: .ask),
        ]
        let html = shell.body.string
        #expect(html.contains("<a href=\"/t\" aria-current=\"page\">"))
        #expect(html.contains("<a href=\"/a\"><svg"))
    }

    @Test("the public sees no navigation and no sign-out")
    func publicPage() {
        let html = PageShell(title: "Official accounts") { "Main" }.body.string
        #expect(!html.contains("<nav"))
        #expect(!html.contains("Sign out"))
    }
}

@Suite("Components")
struct ComponentTests {
    @Test("a table names each value's column for the phone, and the row by its first cell")
    func tableCells() {
        let html = DataTable(
            caption: "Accounts",
            columns: [.init("Name", sortHref: "?sort=name", order: .descending), .init("Size", isNumber: true)],
            rows: [.init(["A & B", "3"])], whenEmpty: "None"
        ).body.string
        #expect(html.contains("<th scope=\"row\" role=\"rowheader\">A &amp; B</th>"))
        #expect(html.contains("<td role=\"cell\" class=\"number\" data-label=\"Size\"><div>3</div></td>"))
        #expect(html.contains("aria-sort=\"descending\"><a href=\"?sort=name\">"))
    }

    @Test("an empty table says what is missing instead")
    func emptyTable() {
        let html = DataTable(caption: "Accounts", columns: [.init("Name")], rows: [], whenEmpty: "No account yet.").body
            .string
        #expect(html.contains("No account yet."))
        #expect(!html.contains("<table"))
    }

    @Test(
        "a duty says its state in words",
        arguments: zip([DutyCard.State.overdue, .soon, .later, .done], ["Overdue", "Soon", "Later", "Done"]))
    func duty(_ state: DutyCard.State, _ word: String) {
        let html = DutyCard(title: hostile, href: "/d", due: "Friday", dueInstant: "2026-11-20T15:30:00Z", state: state)
            .body.string
        #expect(
            html.contains("<strong>\(word)</strong><span><time datetime=\"2026-11-20T15:30:00Z\">Friday</time></span>"))
        #expect(!html.contains("<script>"))
    }

    @Test("a duty without a due time says so once, and one of somebody else leads nowhere")
    func undated() {
        let html = DutyCard(title: "Read it", href: nil, due: "When you can", state: .undated).body.string
        #expect(html.contains("<h3>Read it</h3>"))
        #expect(
            html.components(between: "<p class=\"duty-due\">", and: "</p>").contains("<strong>When you can</strong>"))
        #expect(!html.contains("Later"))
    }

    @Test("a form that warns is sent by a button that stands out, and another is not")
    func danger() {
        func html(_ warning: String) -> String {
            FormPage(Form("end", title: "End it", button: "End it", warning: warning), action: "/end").body.string
        }
        #expect(html("It cannot be undone.").contains("class=\"button button-danger\""))
        #expect(!html("").contains("button-danger"))
    }

    @Test("of findings that overlap the gravest is marked, and marks stand in the order of the words")
    func marks() {
        func remark(_ severity: Severity, _ start: Int, _ end: Int) -> PostRemark {
            PostRemark(
                kind: .pupilFullName, severity: severity, place: .words(account: nil), start: start, end: end,
                says: "Says.",
                mend: "Mend.")
        }
        let words = "Well done Ada Bell of Oak"
        let spans = MarkedWords.spans(
            [remark(.leader, 10, 18), remark(.stop, 14, 18), remark(.advice, 0, 4), remark(.warning, 22, 90)], in: words
        )
        #expect(spans.map(\.range) == [0..<4, 14..<18])
        #expect(spans.map(\.remark.severity) == [.advice, .stop])
    }

    @Test(
        "pagination shows the first, the last and those near",
        arguments: [
            (1, 1, [1]), (1, 3, [1, 2, 3]), (5, 12, [1, nil, 4, 5, 6, nil, 12]), (12, 12, [1, nil, 11, 12]),
        ] as [(Int, Int, [Int?])])
    func pages(_ page: Int, _ count: Int, _ expected: [Int?]) {
        #expect(Pagination(page: page, pages: count) { "?page=\($0)" }.shown == expected)
    }

    @Test("one page needs no pagination")
    func onePage() {
        #expect(Pagination(page: 1, pages: 1) { "?page=\($0)" }.body.isEmpty)
    }

    @Test("a filter keeps what was chosen")
    func filters() {
        let html = Filters(
            "Filter accounts", action: "/accounts",
            controls: [
                .search(name: "q", label: "Name", value: hostile),
                .select(
                    name: "state", label: "State", options: [Choice("", "All"), Choice("open", "Open")], chosen: "open"),
            ]
        ).body.string
        #expect(html.contains("method=\"get\""))
        #expect(html.contains("<option value=\"open\" selected>Open</option>"))
        #expect(!html.contains("<script>"))
    }

    @Test("every icon is hidden from assistive technology", arguments: Icon.allCases)
    func icons(_ icon: Icon) {
        #expect(icon.body.string.hasPrefix("<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\""))
    }

    @Test("a part that follows work says so only while the work runs", arguments: [true, false])
    func live(_ isRunning: Bool) {
        let html = LivePart(id: "check", isRunning: isRunning, href: "/ledger") { "12 of 40" }.body.string
        #expect(html.contains("data-live=\"/ledger\"") == isRunning)
        #expect(html.contains("<a href=\"/ledger\">") == isRunning)
    }

    @Test("a button's form carries its hidden values by POST")
    func postButton() {
        let html = PostButton("Verify now", action: "/verify", hidden: [HiddenField("csrf", "x")]).body.string
        #expect(html.hasPrefix("<form class=\"post-button\" action=\"/verify\" method=\"post\">"))
        #expect(html.contains("<input type=\"hidden\" name=\"csrf\" value=\"x\">"))
    }

    @Test(
        "large numbers are grouped",
        arguments: zip(
            [0, 7, 999, 1000, 12_345, 1_234_567, -4_000], ["0", "7", "999", "1,000", "12,345", "1,234,567", "-4,000"]))
    func grouped(_ number: Int, _ text: String) {
        #expect(number.grouped == text)
    }
}
