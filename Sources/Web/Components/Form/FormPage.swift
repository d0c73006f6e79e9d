package import HTML
package import Records

/// A page that asks what a ``Records/Form`` describes, filled in again when something was wrong.
package struct FormPage: Component {
    package var form: Form
    /// Where it is posted.
    package var action: String
    /// What was typed before, or what the form begins with.
    package var input: Input
    package var problems: [FieldProblem]
    /// What travels unseen: the request's token, the expected revision, the once token.
    package var hidden: [HiddenField]
    /// Whom `.person` and `.people` offer.
    package var people: [PersonOption]
    /// Whom `.eachPerson` asks about.
    package var each: [PersonOption]
    package var cancel: Link?
    /// What the record says already, shown above the fields.
    package var context: [SummaryRow]
    /// What the form is about, drawn above what the record says.
    package var above: Markup
    /// Rows of questions can be answered all alike at once: for what somebody else said, not for what they are asked.
    package var offersAll = false
    /// One form among others on a page, which has its own heading and its own summary of errors.
    package var isPart = false

    package init(
        _ form: Form, action: String, input: Input = Input(), problems: [FieldProblem] = [], hidden: [HiddenField] = [],
        people: [PersonOption] = [], each: [PersonOption] = [], cancel: Link? = nil, context: [SummaryRow] = [],
        above: Markup = Markup()
    ) {
        self.form = form
        self.action = action
        self.input = input
        self.problems = problems
        self.hidden = hidden
        self.people = people
        self.each = each
        self.cancel = cancel
        self.context = context
        self.above = above
    }

    package var body: Markup {
        if isPart {
            h2 { form.title }
            if !form.intro.isEmpty { p { form.intro } }
        } else {
            errorSummary
            PageHeading(form.title, lead: form.intro)
        }
        above
        if !context.isEmpty { SummaryList(context) }
        HTML.form(.class("form"), .action(action), .method(.post), .novalidate()) {
            for field in hidden { field }
            for run in runs { controls(run) }
            if !form.warning.isEmpty { WarningText(form.warning) }
            div(.class("buttons")) {
                // What a warning stands before is no button to press in passing.
                button(.class(form.warning.isEmpty ? "button" : "button button-danger"), .type(.submit)) {
                    form.button
                }
                if let cancel { cancel }
            }
        }
    }

    /// For the top of the page, where the form is only part of it.
    package var errorSummary: ErrorSummary { ErrorSummary(problems.map(summaryItem)) }

    /// From this many on, questions that are answered alike stand as rows.
    private static let fewestRows = 4

    /// Fields in order, those that follow one another with the same few answers together.
    private var runs: [[Field]] {
        var runs: [[Field]] = []
        for field in form.fields {
            if field.section.isEmpty, let answers = field.fewAnswers, runs.last?.last?.fewAnswers == answers {
                runs[runs.count - 1].append(field)
            } else {
                runs.append([field])
            }
        }
        return runs
    }

    @MarkupBuilder private func controls(_ run: [Field]) -> Markup {
        if run.count >= Self.fewestRows, let answers = run[0].fewAnswers {
            if !run[0].section.isEmpty { h2(.class("form-section")) { run[0].section } }
            ChoiceRows(
                run.map { field in
                    ChoiceRows.Row(
                        FieldTexts(
                            name: field.name, label: field.label, hint: field.hint,
                            problems: problems.filter { $0.field == field.name }.map(\.message)),
                        chosen: input[field.name])
                }, options: answers, offersAll: offersAll)
        } else {
            for field in run { control(field) }
        }
    }

    @MarkupBuilder private func control(_ field: Field) -> Markup {
        if !field.section.isEmpty { h2(.class("form-section")) { field.section } }
        FieldControl(field: field, input: input, problems: problems, people: people, each: each)
    }

    private func summaryItem(_ problem: FieldProblem) -> ErrorSummary.Item {
        let field = form.fields.first { $0.name == problem.field || problem.field.hasPrefix($0.name + ".") }
        guard let field else { return ErrorSummary.Item(problem.message) }
        // What is carried unseen has no place on the page to lead to.
        if case .carried = field.kind { return ErrorSummary.Item(problem.message) }
        let name = field.kind == .date ? DateInput.firstFault(field.name, input) : problem.field
        return ErrorSummary.Item(problem.message, field: name)
    }
}

/// A person whom a form may name.
package struct PersonOption: Sendable, Equatable {
    package var id: String
    package var name: String
    /// What tells two people of one name apart, such as a role; empty for none.
    package var detail: String

    package init(id: String, name: String, detail: String = "") {
        self.id = id
        self.name = name
        self.detail = detail
    }
}

/// A value that a form carries unseen.
package struct HiddenField: Component, Equatable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    package var body: Markup { HTML.input(.type(.hidden), .name(name), .value(value)) }
}
