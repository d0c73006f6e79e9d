package import HTML
package import Records

/// The control that a field's kind asks for, with its label, hint and problems.
package struct FieldControl: Component {
    package var field: Field
    package var input: Input
    package var problems: [FieldProblem]
    package var people: [PersonOption]
    package var each: [PersonOption]

    package init(
        field: Field, input: Input, problems: [FieldProblem] = [], people: [PersonOption] = [],
        each: [PersonOption] = []
    ) {
        self.field = field
        self.input = input
        self.problems = problems
        self.people = people
        self.each = each
    }

    package var body: Markup {
        switch field.kind {
        case .line, .email, .webAddress, .integer, .secret, .paragraph, .document: typed
        case .date: DateInput(texts, input: input)
        case .yesNo:
            RadioGroup(texts, options: [Choice("yes", "Yes"), Choice("no", "No")], chosen: value, inline: true)
        case .confirm: ConfirmBox(texts, isTicked: value == "yes")
        case .choice(let choices): oneOf(choices)
        case .person: oneOf(peopleChoices)
        case .choices(let choices): CheckboxGroup(texts, options: choices, chosen: input.all(field.name))
        case .people: CheckboxGroup(texts, options: peopleChoices, chosen: input.all(field.name))
        case .eachPerson(let choices): eachPerson(choices)
        }
    }

    @MarkupBuilder private var typed: Markup {
        switch field.kind {
        case .paragraph(let max): TextArea(texts, value: value, max: max)
        case .document: SourceArea(texts, value: value)
        case .email: TextInput(texts, value: value, type: .email, autocomplete: "off")
        case .webAddress: TextInput(texts, value: value, type: .url)
        case .integer(let range): TextInput(texts, value: value, inputmode: .numeric, size: .number(range))
        case .secret: PasswordInput(texts, autocomplete: "off")
        case .line(let max): TextInput(texts, value: value, size: .line(max: max))
        case .date, .yesNo, .confirm, .choice, .choices, .person, .people, .eachPerson: Markup()
        }
    }

    @MarkupBuilder private func oneOf(_ choices: [Choice]) -> Markup {
        if choices.count > 8 {
            SelectInput(texts, options: choices, chosen: value)
        } else {
            RadioGroup(texts, options: choices, chosen: value)
        }
    }

    private func eachPerson(_ choices: [Choice]) -> Markup {
        FieldGroup(texts) {
            for person in each {
                let name = "\(field.name).\(person.id)"
                let legend = person.detail.isEmpty ? person.name : "\(person.name), \(person.detail)"
                RadioGroup(
                    FieldTexts(name: name, label: legend, problems: messages(name)), options: choices,
                    chosen: input[name], inline: choices.count <= 3)
            }
        }.body
    }

    private var value: String { input[field.name] }
    private var peopleChoices: [Choice] { people.map { Choice($0.id, $0.name, hint: $0.detail) } }
    private var texts: FieldTexts {
        FieldTexts(
            name: field.name, label: field.label, hint: field.hint, isOptional: !field.isRequired,
            problems: messages(field.name))
    }

    private func messages(_ name: String) -> [String] { problems.filter { $0.field == name }.map(\.message) }
}
